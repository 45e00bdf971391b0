import { expect, test } from 'vitest';
import { describeRecording } from './describe-recording.ts';
import type { RecordProgress } from './recording.ts';

test.each([
  [{ step: 'checkout', side: 'base', run: 0 }, 'checking out the base'],
  [{ step: 'setup', side: 'head', run: 0 }, 'setting up the head'],
  [{ step: 'run', side: 'base', run: 1 }, 'run 1 of 10, base'],
  [{ step: 'run', side: 'head', run: 4, leftMs: 300 }, 'run 4 of 10, head, 1 s left'],
  [{ step: 'run', side: 'head', run: 4, leftMs: 42_000 }, 'run 4 of 10, head, 42 s left'],
  [{ step: 'run', side: 'head', run: 4, leftMs: 720_000 }, 'run 4 of 10, head, 12 min left'],
  [{ step: 'run', side: 'head', run: 4, leftMs: 9_000_000 }, 'run 4 of 10, head, 2.5 h left'],
  [{ step: 'cleanup', run: 0 }, 'cleaning up'],
] satisfies [Omit<RecordProgress, 'runs'>, string][])('%j', (progress, words) => {
  expect(describeRecording({ ...progress, runs: 10 })).toBe(words);
});
