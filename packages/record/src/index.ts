/**
 * Recording of profiles of two versions of a program, in turn on one machine; and finding files that were recorded.
 *
 * @packageDocumentation
 */

export { agreeOnOperations } from './bench/agree-on-operations.ts';
export type { AgreedOperations, CountedRun } from './bench/agree-on-operations.ts';
export { benchOutputPath } from './bench/bench-output-path.ts';
export { countOperations } from './bench/count-operations.ts';
export { parseBenchOutput, type BenchResult } from './bench/parse-bench-output.ts';
export { readOperations } from './bench/read-operations.ts';
export { describeRecording } from './describe-recording.ts';
export { expandGlob, isGlob } from './files/expand-glob.ts';
export type { FolderEntry, FolderReader, PathKind } from './files/folder-reader.ts';
export { foldersOf } from './files/folders-of.ts';
export { RecordError, isRecordError, type RecordErrorCode } from './record-error.ts';
export { recordRuns } from './record-runs.ts';
export type { RecordedRun, RecordedSide, Recording, RecordOptions, RecordProgress, Side } from './recording.ts';
export { quoteWords } from './words/quote-words.ts';
export { splitWords } from './words/split-words.ts';
