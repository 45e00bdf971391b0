import { expect, test } from 'vitest';
import { isMaturityError } from '../maturity-error.ts';
import { readEvidence } from './read-evidence.ts';

const record = {
  id: 'a',
  kind: 'request-metrics',
  subject: 'checkout',
  basis: 'measured',
  source: { type: 'prometheus', instance: 'main' },
  query: 'up',
  observedAt: '2026-11-16T12:00:00Z',
  window: { from: '2026-11-15T12:00:00Z', to: '2026-11-16T12:00:00Z' },
  values: { rate: true, slotCoverage: 0.9, errors: null },
};

function faults(text: string): string[] {
  try {
    readEvidence(text);
  } catch (error) {
    if (isMaturityError(error)) return error.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`);
  }
  return [];
}

test('what a collector kept comes back as it was', () => {
  const missing = { ...record, id: 'b', values: undefined, unavailable: { reason: 'unauthorised', detail: '401' } };
  const kept = JSON.stringify([record, missing], undefined, 1);
  expect(JSON.stringify(readEvidence(kept), undefined, 1)).toBe(kept);
});

test.each([
  ['no list', {}, ['1 : a set of fields stands where a list is expected']],
  ['another field', [{ ...record, token: 'x' }], [expect.stringContaining('[0].token: unknown field')]],
  ['an unknown basis', [{ ...record, basis: 'sworn' }], [expect.stringContaining('[0].basis: "sworn" stands where one of')]],
  [
    'values that are none',
    [{ ...record, values: { rate: 'yes', deep: {} } }],
    [expect.stringContaining('[0].values.rate'), expect.stringContaining('[0].values.deep')],
  ],
  ['neither values nor a reason', [{ ...record, values: undefined }], [expect.stringContaining('needs either values')]],
  ['a day that is none', [{ ...record, observedAt: '2026-13-45' }], [expect.stringContaining('[0].observedAt: is no moment')]],
  ['an id twice', [record, record], [expect.stringContaining('[1].id: stands at an earlier record')]],
])('%s is refused', (_, value, expected) => {
  expect(faults(JSON.stringify(value))).toEqual(expected);
});

test('the line of a fault is that of the file', () => {
  expect(faults(JSON.stringify([{ ...record, basis: 1 }], undefined, 2))).toEqual([
    '6 [0].basis: 1 stands where text is expected',
  ]);
});

test('numbers that are none do not get in', () => {
  expect(faults('[{values: {rate: .nan}}]').length).toBeGreaterThan(0);
  expect(faults(JSON.stringify([record]).replace('0.9', '1e999'))).toEqual([expect.stringContaining('[0].values.slotCoverage')]);
});

test('a file without end is not read', () => {
  expect(() => readEvidence(' '.repeat(5 * 1024 * 1024))).toThrow('at most');
});
