import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filePattern } from './file-pattern.ts';
import { namePattern } from './name-pattern.ts';

describe('a pattern of names', () => {
  test.each([
    ['json.Decode', 'json.Decode', true],
    ['json.Decode', 'json.Decoder', false],
    ['json.*', 'json.(*Decoder).Decode', true],
    ['*Decode', 'json.(*Decoder).Decode', true],
    ['*.func*', 'main.run.func1', true],
    ['json.*.Decode', 'json.Decode', false],
    ['json.(*Decoder).Decode', 'json.(*Decoder).Decode', true],
    ['json.(*Decoder).Decode', 'json.(Decoder).Encode', false],
    ['Map<String, *>::get', 'Map<String, List<i32>>::get', true],
    ['checkout/generated.Ha…Segment', 'checkout/generated.HandlerSegmentSegment', true],
    ['a.b', 'aXb', false],
    ['JSON.*', 'json.Decode', false],
    ['*', '', true],
  ])('%s and %s: %j', (pattern, name, isMatch) => {
    expect(namePattern(pattern)(name)).toBe(isMatch);
  });

  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), maxLength: 12 });

  test('that is a name stands for that name, whatever is in it', () => {
    fc.assert(fc.property(fc.string(), (name) => namePattern(name)(name)));
  });

  test('means what the regular expression of it means', () => {
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const source = pattern
          .split('*')
          .map((part) => part.replaceAll('.', '\\.'))
          .join('.*');
        expect(namePattern(pattern)(name)).toBe(new RegExp(`^${source}$`).test(name));
      }),
      { numRuns: 1000 },
    );
  });

  test('takes no long time, however it is made', () => {
    expect(namePattern(`${'a*'.repeat(249)}b`)('a'.repeat(5000))).toBe(false);
  });
});

describe('a pattern of files', () => {
  test.each([
    ['cart/decode.go', '/home/runner/work/shop/shop/cart/decode.go', true],
    ['cart/decode.go', 'github.com/acme/shop/cart/decode.go', true],
    ['cart/decode.go', 'shopping-cart/decode.go', false],
    ['decode.go', 'cart/decode.go', true],
    ['*.pb.go', 'api/cart.pb.go', true],
    ['*.go', 'cart/decode.rs', false],
    ['/cart/*.go', 'cart/decode.go', true],
    ['cart/*.go', 'cart/deep/decode.go', false],
    ['cart/**/*.go', 'cart/deep/er/decode.go', true],
    ['cart/**/*.go', 'cart/decode.go', true],
    ['internal/gen', 'shop/internal/gen/a/b.go', true],
    ['internal/gen/', 'shop/internal/gen/a.go', true],
    ['internal/gen/**', 'shop/internal/gen/a.go', true],
    ['internal/gen', 'shop/internal/generator.go', false],
    ['dec*de.ts', 'src/decode.ts', true],
    ['dec*cde.ts', 'src/decode.ts', false],
    ['src\\[id].ts', 'C:\\shop\\src\\[id].ts', true],
    ['**', 'a', true],
    ['**', '', false],
  ])('%s and %s: %j', (pattern, file, isMatch) => {
    expect(filePattern(pattern)(file)).toBe(isMatch);
  });

  test('takes no long time, however it is made', () => {
    expect(filePattern(`${'**/a*/'.repeat(80)}b`)('a/'.repeat(500))).toBe(false);
  });
});
