export { benchOutputPath } from './bench/bench-output-path.ts';
export { countOperations } from './bench/count-operations.ts';
export { parseBenchOutput, type BenchResult } from './bench/parse-bench-output.ts';
export { readOperations } from './bench/read-operations.ts';
export { RecordError, isRecordError, type RecordErrorCode } from './record-error.ts';
export { recordRuns } from './record-runs.ts';
export type { RecordedRun, RecordedSide, Recording, RecordOptions, RecordProgress, Side } from './recording.ts';
