import { describe, expect, test } from 'vitest';
import { canonicalName } from './canonical-name.ts';

/** Names that a build or a run spells anew, and what is the same in all of them. */
const SPELLINGS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Go: [
    ['main.mapAll[go.shape.int,go.shape.string]', 'main.mapAll[...]'],
    ['main.mapAll[go.shape.map[string][4]int].func1', 'main.mapAll[...].func1'],
    ['main.(*pair[go.shape.string,go.shape.struct { X [2]int }]).set', 'main.(*pair[...]).set'],
    ['main.sort[int]', 'main.sort[int]'],
    ['main.broken[go.shape.int', 'main.broken[go.shape.int'],
  ],
  JVM: [
    ['app.Main$$Lambda$14/0x0000000800c03000.run', 'app.Main$$Lambda.run'],
    ['app.Main$$Lambda$14.1856056345.run', 'app.Main$$Lambda.run'],
    ['app.Main$$Lambda/0x00007f1a2c0c0.run', 'app.Main$$Lambda.run'],
    ['app.Main$$Lambda+0x00007f1a2c0c0.run', 'app.Main$$Lambda.run'],
    ['jdk.internal.reflect.GeneratedMethodAccessor27.invoke', 'jdk.internal.reflect.GeneratedMethodAccessor.invoke'],
    ['jdk.proxy2.$Proxy31.get', 'jdk.proxy2.$Proxy.get'],
    ['java.lang.invoke.LambdaForm$MH/0x0000000800c05c00.invoke', 'java.lang.invoke.LambdaForm$MH.invoke'],
    ['app.Service$$EnhancerBySpringCGLIB$$1a2b3c4d.call', 'app.Service$$EnhancerBySpringCGLIB.call'],
  ],
  Rust: [
    ['core::ptr::drop_in_place::h0123456789abcdef', 'core::ptr::drop_in_place'],
    ['_ZN4core3ptr13drop_in_place17h0123456789abcdefE', '_ZN4core3ptr13drop_in_placeE'],
    ['_RNvCs1a2B3c_5crate4main', '_RNvC5crate4main'],
    ['alloc[5e4f5c1b2a3d4e5f]::vec::push', 'alloc::vec::push'],
    ['app::horse::hello', 'app::horse::hello'],
  ],
  'C and C++': [
    ['parse.part.0', 'parse'],
    ['parse.isra.0.constprop.12', 'parse'],
    ['parse.cold', 'parse'],
    ['std::sort<int*>(int*, int*) [clone .isra.0]', 'std::sort<int*>(int*, int*)'],
    ['hash.llvm.1234567890', 'hash'],
    ['my.part', 'my'],
  ],
  Python: [
    ['parse (parser.py:12)', 'parse (parser.py)'],
    ['<lambda> (parser.py:12)', '<lambda> (parser.py:12)'],
  ],
};

describe.each(Object.entries(SPELLINGS))('%s', (_, names) => {
  test.each(names)('%s is %s', (name, canonical) => {
    expect(canonicalName(name)).toBe(canonical);
    expect(canonicalName(canonical)).toBe(canonical);
  });
});

test('names made to waste time waste little', () => {
  for (const part of ['.part', '$$Lambda', 'lambda$', '[go.shape.', ' [clone .', '$$EnhancerBy', '/0x', '(', '::h', 'Cs_RN']) {
    const name = part.repeat(100_000);
    expect(canonicalName(name).length).toBeLessThanOrEqual(name.length);
  }
});
