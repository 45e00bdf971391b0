import type { Profile } from '../profile.ts';
import type { TimeZone } from '../text/clock-text.ts';
import { prepareReport } from './prepare-report.ts';
import type { ReportOptions } from './report-options.ts';

/** A profile in full, as the filters leave it. */
export interface RawReport {
  readonly profile: Profile;
  readonly timeZone: TimeZone;
  /** Options that had no effect, in sentences. */
  readonly warnings: readonly string[];
}

/** The `raw` report of pprof as data; see {@link top} for the errors. `renderRaw` gives the text. */
export function raw(profile: Profile, options: ReportOptions = {}): RawReport {
  const { profile: prepared, settings, warnings } = prepareReport(profile, 'raw', options);
  return { profile: prepared, timeZone: settings.timeZone, warnings };
}
