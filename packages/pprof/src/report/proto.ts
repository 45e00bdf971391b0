import type { Profile } from '../profile.ts';
import { prepareReport } from './prepare-report.ts';
import type { ReportOptions } from './report-options.ts';
import { applyRatio } from './value-format.ts';

/** A profile made by a report. */
export interface ProtoReport {
  readonly profile: Profile;
  /** Options that had no effect, in sentences. */
  readonly warnings: readonly string[];
}

/**
 * The profile that `go tool pprof -proto` writes: filtered as the options say, every value divided by `divideBy` and truncated.
 * Encode it to have the file. For the errors see {@link top}.
 */
export function proto(profile: Profile, options: ReportOptions = {}): ProtoReport {
  const { profile: prepared, format, warnings } = prepareReport(profile, 'proto', options);
  if (!(format.ratio > 0) || format.ratio === 1) return { profile: prepared, warnings };
  const { samples } = prepared;
  const values = samples.values.map((column) => column.map((value) => applyRatio(value, format.ratio)));
  return { profile: { ...prepared, samples: { ...samples, values } }, warnings };
}
