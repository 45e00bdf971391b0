import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stacksOf } from '../../test/stacks-of.ts';
import type { Profile } from '@flamestep/pprof';
import { matchFunctions } from './match-functions.ts';

const sides = (base: Profile[], head: Profile[]) => matchFunctions([...base, ...head], base.length);

/** `old = new` for what both sides have, `- old` and `+ new` for the rest; with files where they are told. */
function show(base: Profile[], head: Profile[]): string[] {
  const { base: before, head: after, unknown } = sides(base, head);
  return before.flatMap((from, entity) => {
    const to = after[entity];
    if (entity === unknown) return [];
    if (from && to) return [`${from.name} = ${to.name}`];
    return [from ? `- ${from.name}` : `+ ${to?.name}`];
  });
}

test('the same name in the same file is one function, for each of both sides', () => {
  const matching = sides([stacksOf('main@a.go;get@a.go 1')], [stacksOf('main@a.go;set@a.go 1')]);
  expect(matching.name).toEqual(['get', 'main', 'set', '<unknown>']);
  expect(matching.entityOf.map((column) => [...column])).toEqual([
    [0, 1],
    [2, 1],
  ]);
  expect(matching.unknown).toBe(3);
});

test('the head says how a function is shown', () => {
  const matching = sides([stacksOf('app.run@/tmp/base/run.go 1')], [stacksOf('app.run@/checkout/run.go 1')]);
  expect([matching.name[0], matching.file[0]]).toEqual(['app.run', '/checkout/run.go']);
});

test('spellings of one function are one, and shown as they stand where there is one', () => {
  expect(show([stacksOf('a[go.shape.int] 1', 'a[go.shape.string] 1')], [stacksOf('a[...] 1')])).toEqual(['a[...] = a[...]']);
  expect(show([stacksOf('f::h0123456789abcdef 1')], [stacksOf('f::hfedcba9876543210 1')])).toEqual([
    'f::h0123456789abcdef = f::hfedcba9876543210',
  ]);
});

test('functions of one name in different files stay apart', () => {
  expect(show([stacksOf('get@a.js 1', 'get@b.js 1')], [stacksOf('get@b.js 1', 'get@c.js 1')])).toEqual([
    '- get',
    'get = get',
    '+ get',
  ]);
});

test('a qualified name is known in another file', () => {
  expect(show([stacksOf('metrics.checksum@checksum.go 1')], [stacksOf('metrics.checksum@integrity.go 1')])).toEqual([
    'metrics.checksum = metrics.checksum',
  ]);
});

test('another major version of a package is the same function, unless both are used', () => {
  const [v2, v3] = ['x/yaml/v2.Parse 1', 'x/yaml/v3.Parse 1'];
  expect(show([stacksOf(v2)], [stacksOf(v3)])).toEqual(['x/yaml/v2.Parse = x/yaml/v3.Parse']);
  expect(show([stacksOf(v2, v3)], [stacksOf(v3)])).toEqual(['- x/yaml/v2.Parse', 'x/yaml/v3.Parse = x/yaml/v3.Parse']);
});

test('a package that is renamed keeps its functions', () => {
  const base = stacksOf('main.main;x/old.Parse;x/old.digits 9', 'main.main;x/old.Parse;x/old.(*buffer).grow 9');
  const head = stacksOf('main.main;x/new.Parse;x/new.digits 9', 'main.main;x/new.Parse;x/new.(*buffer).grow 9');
  expect(show([base], [head])).toEqual([
    'main.main = main.main',
    'x/old.(*buffer).grow = x/new.(*buffer).grow',
    'x/old.Parse = x/new.Parse',
    'x/old.digits = x/new.digits',
  ]);
});

test('functions of the same name in packages that are both in use are different', () => {
  const base = stacksOf('main.main;strings.Index 9', 'main.main;strings.Count 9', 'main.main;bytes.Equal 9');
  const head = stacksOf('main.main;bytes.Index 9', 'main.main;bytes.Count 9', 'main.main;bytes.Equal 9');
  expect(show([base], [head]).filter((line) => line.startsWith('-'))).toEqual(['- strings.Count', '- strings.Index']);
});

test('a new closure takes a number, and those behind it keep who they are', () => {
  const base = stacksOf('f;f.func1;hash 50', 'f;f.func2;sort 50');
  const head = stacksOf('f;f.func1;read 30', 'f;f.func2;hash 50', 'f;f.func3;sort 50');
  expect(show([base], [head]).filter((line) => line.includes('func'))).toEqual([
    '+ f.func1',
    'f.func1 = f.func2',
    'f.func2 = f.func3',
  ]);
});

test('a closure that was not sampled on one side shifts nothing', () => {
  const base = stacksOf('f;f.func1@a.go:3 50', 'f;f.func3@a.go:9 50');
  const head = stacksOf('f;f.func1@a.go:3 50', 'f;f.func2@a.go:6 1', 'f;f.func3@a.go:9 50');
  expect(show([base], [head]).filter((line) => line.includes('func'))).toEqual([
    'f.func1 = f.func1',
    '+ f.func2',
    'f.func3 = f.func3',
  ]);
});

test('anonymous functions follow their lines', () => {
  const base = stacksOf('main;(anonymous:L#10:C#5)@a.js;hash 50', 'main;(anonymous:L#20:C#5)@a.js;sort 50');
  const head = stacksOf('main;(anonymous:L#12:C#5)@a.js;hash 50', 'main;(anonymous:L#22:C#5)@a.js;sort 50');
  expect(show([base], [head]).filter((line) => line.includes('anonymous'))).toEqual([
    '(anonymous:L#10:C#5) = (anonymous:L#12:C#5)',
    '(anonymous:L#20:C#5) = (anonymous:L#22:C#5)',
  ]);
});

test('hundreds of anonymous functions in one file are followed, too', () => {
  const file = (from: number, skip: number) =>
    stacksOf(
      ...Array.from({ length: 400 }, (_, i) => `main;(anonymous)@a.js:${from + 10 * i};callee${i} 9`).filter(
        (_, i) => i % 50 !== skip,
      ),
    );
  const [base, head] = [file(10, 7), file(30, 11)];
  const { base: before, head: after } = sides([base], [head]);
  const moves = before.flatMap((from, i) =>
    from && after[i] && from.name === '(anonymous)' ? [after[i].startLine - from.startLine] : [],
  );
  expect(moves).toHaveLength(384);
  expect(new Set(moves)).toEqual(new Set([20]));
});

const runs = fc.array(
  fc.array(
    fc.tuple(
      fc.array(fc.constantFrom('f', 'f.func1', 'f.func2', 'f.func3', 'a.b@x.go', 'a.b@y.go', 'g[go.shape.int]'), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.nat(9),
    ),
    { maxLength: 6 },
  ),
  { minLength: 1, maxLength: 3 },
);

function profiles(from: readonly (readonly (readonly [readonly string[], number])[])[]): Profile[] {
  return from.map((run) => stacksOf(...run.map(([frames, value]) => `${frames.join(';')} ${value}`)));
}

test('law: every function has an entity of its side, and no entity two functions of a side', () => {
  fc.assert(
    fc.property(runs, runs, (base, head) => {
      const [before, after] = [profiles(base), profiles(head)];
      const { entityOf, length, base: ofBase, head: ofHead } = sides(before, after);
      [...before, ...after].forEach((profile, run) => {
        const side = run < before.length ? ofBase : ofHead;
        expect(entityOf[run]).toHaveLength(profile.functions.length);
        for (const entity of entityOf[run]) {
          expect(entity).toBeLessThan(length);
          expect(side[entity]).toBeDefined();
        }
      });
    }),
  );
});

test('law: the order of the runs does not matter', () => {
  fc.assert(
    fc.property(runs, runs, (base, head) => {
      const there = sides(profiles(base), profiles(head));
      const back = sides(profiles(base).reverse(), profiles(head).reverse());
      const facts = ({ name, file, base: before, head: after }: typeof there) => ({ name, file, before, after });
      expect(facts(back)).toEqual(facts(there));
    }),
  );
});

test('law: identical sides match whole', () => {
  fc.assert(
    fc.property(runs, (both) => {
      const { base, head } = sides(profiles(both), profiles(both));
      expect(base).toEqual(head);
    }),
  );
});

test('names made to waste time waste little', () => {
  const long = ['a.', 'a/', 'f::', '.func1', '[', '(', '@', '<a>:1'].map((part) => part.repeat(50_000));
  const many = Array.from({ length: 3000 }, (_, i) => `f.func${i};g${i}.x`);
  const base = stacksOf(...[...long, ...many].map((frame) => `${frame} 1`));
  const head = stacksOf(...[...long, ...many].map((frame) => `x.${frame} 1`));
  expect(sides([base], [head]).length).toBeGreaterThan(1);
});
