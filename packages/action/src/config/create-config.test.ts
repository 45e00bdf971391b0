import type { Comparison, FunctionComparison } from '@flamestep/diff';
import { describe, expect, test } from 'vitest';
import { judgeBy } from './judge-by.ts';
import { parseConfig } from './parse-config.ts';

const NOW = new Date('2026-11-20T23:59:00Z');
const parse = (ignores: string) => parseConfig(`ignore:\n${ignores}`, '.flamestep.yaml', NOW);
// What an entry looks at.
const named = (name: string, file = '') => ({ name, file }) as FunctionComparison;
const comparison = (...names: string[]) =>
  ({
    profiles: [{ sampleType: { type: 'cpu', unit: 'nanoseconds' }, functions: names.map((name) => named(name)) }],
  }) as unknown as Comparison;
const CPU = { type: 'cpu', unit: 'nanoseconds' };

describe('an ignore', () => {
  const { acknowledge } = parse(`
  - { function: 'cart.*', file: cart/total.go, sample-type: cpu, reason: Decimals., until: 2026-11-20 }
  - { function: cart.Old, reason: Late., until: 2026-11-19 }
`);

  test('accepts what name, file and sample type say together, on its last day too', () => {
    expect(acknowledge(named('cart.Total', 'shop/cart/total.go'), CPU)).toMatchObject({
      reason: 'Decimals.',
      until: '2026-11-20',
    });
    expect(acknowledge(named('cart.Total', 'shop/cart/other.go'), CPU)).toBeUndefined();
    expect(acknowledge(named('shop.Total', 'shop/cart/total.go'), CPU)).toBeUndefined();
    expect(acknowledge(named('cart.Total', 'shop/cart/total.go'), { type: 'alloc_space', unit: 'bytes' })).toBeUndefined();
  });

  test('that expired accepts nothing', () => {
    expect(acknowledge(named('cart.Old'), CPU)).toBeUndefined();
  });
});

test('entries to be tidied are noted with their lines', () => {
  const { notesOn } = parse(`  - { function: cart.Total, reason: x, until: 2026-12-31 }
  - { function: cart.Gone, reason: x, until: 2026-12-31 }
  - { file: cart/old.go, reason: x, until: 2026-11-19 }
  - { function: cart.Total, sample-type: alloc_space, reason: x, until: 2026-12-31 }
`);
  expect(notesOn(comparison('cart.Total', 'main.main'))).toEqual([
    'The ignore of cart.Gone (.flamestep.yaml, line 3) stands for no function that was compared here.',
    'The ignore of cart/old.go (.flamestep.yaml, line 4) expired on 2026-11-19 and is not applied: remove it, or accept it until a later day.',
  ]);
});

test("the workflow's threshold goes before the file's general one, and not before that of a function", () => {
  const config = parseConfig(
    'thresholds:\n  relative: 5%\n  share: 1%\n  functions: [{ function: a, relative: 50% }]\n',
    '.flamestep.yaml',
    NOW,
  );
  expect(judgeBy(config, 0.2)).toMatchObject({ relative: 0.2, share: 0.01 });
  expect(judgeBy(config, undefined)).toMatchObject({ relative: 0.05, share: 0.01 });
  expect(judgeBy(config, 0.2).thresholdsOf?.({ head: { name: 'a', file: '' } })).toMatchObject({ relative: 0.5 });
  expect(judgeBy(undefined, undefined)).toEqual({ relative: undefined, share: undefined, thresholdsOf: undefined });
});
