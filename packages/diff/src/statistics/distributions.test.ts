import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustP } from './adjust-p.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';
import { meanDifference, pairedDifference } from './mean-difference.ts';
import { normalTail } from './normal.ts';
import { rateTail } from './rate-tail.ts';
import { studentQuantile, studentTail } from './student-t.ts';

describe('values from tables', () => {
  test('gamma', () => {
    expect(Math.exp(logGamma(5))).toBeCloseTo(24, 10);
    expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 12);
  });

  test('beta', () => {
    expect(incompleteBeta(0.5, 2, 3)).toBeCloseTo(0.6875, 12);
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 12);
  });

  test('the normal distribution', () => {
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.05, 12);
    expect(normalTail(6) / 1.973175290075e-9).toBeCloseTo(1, 9);
  });

  test("Student's t", () => {
    expect(studentQuantile(0.05, 4)).toBeCloseTo(2.776445, 6);
    expect(studentQuantile(0.05, Infinity)).toBeCloseTo(1.959964, 6);
    expect(studentTail(2.228139, 10)).toBeCloseTo(0.05, 6);
  });

  test("t of two samples: R's t.test(var.equal = TRUE) of sleep", () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    expect(meanDifference(first, second)?.p).toBeCloseTo(0.07919, 5);
    expect(pairedDifference(first, second)?.p).toBeCloseTo(0.002833, 6);
  });
});

describe('two rates', () => {
  test('0 of 12 are as unlikely as 12 heads, counted half as it is the last possibility', () => {
    expect(rateTail({ count: 0, exposure: 1 }, { count: 12, exposure: 1 })).toBeCloseTo(2 ** -12, 12);
  });

  test('may have other exposures', () => {
    expect(rateTail({ count: 10, exposure: 1 }, { count: 100, exposure: 10 })).toBeGreaterThan(0.9);
  });

  test('great counts are tested as small ones are', () => {
    const [small, great] = [49_900, 50_200].map((base) => rateTail({ count: base, exposure: 1 }, { count: 50_000, exposure: 1 }));
    expect(rateTail({ count: 49_600, exposure: 1 }, { count: 50_300, exposure: 1 })).toBeCloseTo(0.0268, 3);
    expect(small).toBeGreaterThan(great!);
  });

  test('do not depend on which is which', () => {
    const counted = fc.record({
      count: fc.double({ min: 0, max: 1e4, noNaN: true }),
      exposure: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        expect(rateTail(one, other)).toBeCloseTo(rateTail(other, one), 8);
      }),
    );
  });
});

describe('Benjamini-Hochberg', () => {
  test("gives what R's p.adjust gives", () => {
    expect(adjustP([0.01, 0.02, 0.03, 0.5], [1, 1, 1, 1])).toEqual([0.04, 0.04, 0.04, 0.5]);
  });

  test('gives more to a hypothesis with more weight', () => {
    expect(adjustP([0.02, 0.02], [3, 1])).toEqual([expect.closeTo(0.0267, 4), expect.closeTo(0.04, 4)]);
  });
});
