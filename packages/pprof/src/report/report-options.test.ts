import { expect, test } from 'vitest';
import { reportSettings } from './report-options.ts';

test('top shows all nodes, other reports 80, unless a number is given', () => {
  expect(reportSettings('top', {}).nodeCount).toBe(0);
  expect(reportSettings('topproto', {}).nodeCount).toBe(0);
  expect(reportSettings('tree', {}).nodeCount).toBe(80);
  expect(reportSettings('tree', { nodeCount: 5 }).nodeCount).toBe(5);
});

test('an option that is undefined is one that was left out', () => {
  expect(reportSettings('tree', { nodeCount: undefined, unit: undefined })).toMatchObject({ nodeCount: 80, unit: 'minimum' });
});

test('without trim, nothing is left out', () => {
  const untrimmed = { nodeCount: 0, nodeFraction: 0, edgeFraction: 0 };
  expect(reportSettings('tree', { trim: false, nodeCount: 5 })).toMatchObject(untrimmed);
  expect(reportSettings('peek', { nodeCount: 5 })).toMatchObject(untrimmed);
});

test.each(['raw', 'proto'] as const)('%s shows every address', (kind) => {
  expect(reportSettings(kind, { granularity: 'files' }).granularity).toBe('addresses');
});

test('refuses to divide by 0', () => {
  expect(() => reportSettings('top', { divideBy: 0 })).toThrow(expect.objectContaining({ code: 'incompatible' }));
});
