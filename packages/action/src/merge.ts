import { mergeResults } from './merging/merge-results.ts';
import { runEntry } from './shell/run-entry.ts';

await runEntry(mergeResults);
