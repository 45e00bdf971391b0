import { expect, test } from 'vitest';
import { sampleReport } from '../../test/sample-report.ts';
import { summarizeReport } from './summarize-report.ts';

test('a report in one row', () => {
  expect(summarizeReport(sampleReport({ decode: 3.2e6 }))).toMatchObject({
    word: 'slower',
    slower: 1,
    faster: 0,
    inconclusive: 3,
    finding: { sampleType: 'cpu', name: 'json.decode', verdict: 'slower' },
    runs: { base: 10, head: 10 },
    smallestDetectable: 0.02,
  });
  const { finding } = summarizeReport(sampleReport())!;
  expect(finding).toBeUndefined();
});

test('what was not compared has no verdict', () => {
  expect(summarizeReport({ ...sampleReport(), state: { kind: 'no-baseline', reason: 'first run' } })).toBeUndefined();
  expect(summarizeReport({ ...sampleReport(), profiles: [] })).toBeUndefined();
});
