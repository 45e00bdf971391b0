import { readFileSync } from 'node:fs';

/** `{ passed, failed, skipped }` of two runs together. */
export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The line that ends a run: `12 passed, 0 failed, 3 skipped`. */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Whether a run may be called good: nothing failed, and something was run. */
export function succeeded({ passed, failed }) {
  return failed === 0 && passed > 0;
}

/**
 * The counts in vitest's JSON report, which is read together with vitest's exit code: a runner that crashed, a file that could
 * not be loaded and an error outside a test all count as failed.
 */
export function readVitest(reportFile, exitCode) {
  const report = readJson(reportFile);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return agreeing(counts, exitCode);
}

/** The counts in the report of a check script: a list of `{ name, outcome: 'passed' | 'failed' | 'skipped' }`. */
export function readChecks(reportFile, exitCode) {
  const report = readJson(reportFile);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const count = (outcome) => report.filter((result) => result.outcome === outcome).length;
  return agreeing({ passed: count('passed'), failed: count('failed'), skipped: count('skipped') }, exitCode);
}

/** A run that says that it failed has failed, whatever it counted. */
function agreeing(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
