import type { Check } from '../model/model.ts';
import { benchmarksRunInCi } from './benchmarks-run-in-ci.ts';
import { profilesAreComparedInCi } from './profiles-are-compared-in-ci.ts';
import { releaseNotesTellPerformance } from './release-notes-tell-performance.ts';
import { reportsAreAnswered } from './reports-are-answered.ts';
import { slowerBenchmarksAreNamed } from './slower-benchmarks-are-named.ts';
import { telemetryThroughApi } from './telemetry-through-api.ts';

/** The checks of libraries, in the order of the steps. */
export const LIBRARY_CHECKS: readonly Check[] = [
  benchmarksRunInCi,
  profilesAreComparedInCi,
  telemetryThroughApi,
  reportsAreAnswered,
  slowerBenchmarksAreNamed,
  releaseNotesTellPerformance,
];
