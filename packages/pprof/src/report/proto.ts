import type { Profile } from '../profile.ts';
import { prepareReport } from './prepare-report.ts';
import type { ReportOptions } from './report-options.ts';
import { applyRatio } from './value-format.ts';

/**
 * The profile that `go tool pprof -proto` writes: filtered as the options say, every value divided by `divideBy` and truncated.
 * Encode it to have the file. For the errors see {@link top}.
 */
export function proto(profile: Profile, options: ReportOptions = {}): Profile {
  const { profile: prepared, format } = prepareReport(profile, 'proto', options);
  if (!(format.ratio > 0) || format.ratio === 1) return prepared;
  const { samples } = prepared;
  const values = samples.values.map((column) => column.map((value) => applyRatio(value, format.ratio)));
  return { ...prepared, samples: { ...samples, values } };
}
