import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCounts, countsLine, readChecks, readVitest, succeeded } from './counts.mjs';

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function reportFile(content) {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function vitestReport({ passed = 0, failed = 0, pending = 0, todo = 0, files = [] }) {
  return reportFile({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
    testResults: files,
  });
}

test('counts of vitest, those left for later among the skipped', () => {
  const report = vitestReport({ passed: 5, pending: 2, todo: 1 });
  expect(readVitest(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 3 });
});

test('a file that could not be loaded is a failure', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(readVitest(vitestReport({ passed: 2, failed: 1, files }), 1)).toEqual({ passed: 2, failed: 2, skipped: 0 });
});

test('an error outside the tests is a failure, although every test passed', () => {
  expect(readVitest(vitestReport({ passed: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test.each([
  ['no report', () => join(folder, 'never-written.json')],
  ['half a report', () => reportFile('{"numPassedTests": 3, "test')],
])('a runner that crashed and left %s has failed once', (_, file) => {
  expect(readVitest(file(), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(readChecks(file(), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('counts of a check script', () => {
  const outcomes = ['passed', 'skipped', 'failed', 'passed'].map((outcome) => ({ name: 'a check', outcome }));
  expect(readChecks(reportFile(outcomes), 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('a check script that stopped half-way has failed, although nothing that it reported did', () => {
  expect(readChecks(reportFile([{ name: 'a check', outcome: 'passed' }]), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('the last line', () => {
  const total = addCounts({ passed: 1, failed: 0, skipped: 2 }, { passed: 10, failed: 0, skipped: 0 });
  expect(countsLine(total)).toBe('11 passed, 0 failed, 2 skipped');
  expect(succeeded(total)).toBe(true);
});

test('nothing passed is no success', () => {
  expect(succeeded({ passed: 0, failed: 0, skipped: 7 })).toBe(false);
  expect(succeeded({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
});
