import { addTagFrames } from '../operations/add-tag-frames.ts';
import { aggregate } from '../operations/aggregate.ts';
import { numLabelUnits } from '../operations/num-label-units.ts';
import { sampleIndex } from '../operations/sample-index.ts';
import type { Profile, ValueType } from '../profile.ts';
import { applyFilters } from './apply-filters.ts';
import type { Step } from './apply-filters.ts';
import { computeTotal } from './compute-total.ts';
import { reportSettings } from './report-options.ts';
import type { ReportKind, ReportOptions, ReportSettings } from './report-options.ts';
import type { ValueFormat } from './value-format.ts';

/** A profile made ready for a report, with what was fixed on the way. */
export interface PreparedReport {
  readonly profile: Profile;
  readonly settings: ReportSettings;
  /** The type of the reported values; its name starts with `mean_` for means. */
  readonly sampleType: ValueType;
  /** Columns of {@link Profile.samples}: the values to report, and what to divide them by for means. */
  readonly value: number;
  readonly divisor: number | undefined;
  /** What counts as 100 %. */
  readonly total: number;
  /** How values are written as long as no report chooses a common unit. */
  readonly format: ValueFormat;
  /** Unit of each numeric label. */
  readonly labelUnits: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

/**
 * The one place that knows the order of pprof's steps: units of labels, what the kind of report overrides, frames from labels,
 * the total, the filters, the granularity. With relative percentages the filters come before the total.
 *
 * Throws `ProfileError` `incompatible` for options that do not fit the profile, `out-of-range` for sums past 2^53.
 */
export function prepareReport(profile: Profile, kind: ReportKind, options: ReportOptions): PreparedReport {
  const units = numLabelUnits(profile);
  const settings = reportSettings(kind, options);
  const framed = addFrames(profile, settings);
  const filtered = settings.relativePercentages ? applyFilters(framed.profile, settings, units.units) : undefined;

  const counted = (filtered ?? framed).profile;
  const value = sampleIndex(counted, settings.sampleIndex);
  const divisor = settings.mean ? 0 : undefined;
  const { values } = counted.samples;
  const total = computeTotal(counted.samples, values[value]!, divisor === undefined ? undefined : values[divisor]);

  const kept = filtered ?? applyFilters(framed.profile, settings, units.units);
  const { type, unit } = profile.sampleTypes[value]!;
  return {
    profile: aggregate(kept.profile, settings),
    settings,
    sampleType: { type: settings.mean ? `mean_${type}` : type, unit },
    value,
    divisor,
    total,
    format: { unit, outputUnit: settings.unit, ratio: 1 / settings.divideBy },
    labelUnits: units.units,
    warnings: [...ignoredUnits(units), ...framed.warnings, ...kept.warnings],
  };
}

function addFrames(profile: Profile, settings: ReportSettings): Step {
  const root = keysOf(settings.tagRoot);
  const leaf = keysOf(settings.tagLeaf);
  if (root.length === 0 && leaf.length === 0) return { profile, warnings: [] };
  const step = addTagFrames(profile, { root, leaf, unit: settings.unit });
  const warnings: string[] = [];
  if (settings.tagRoot !== '' && !step.matched.root) warnings.push('TagRoot expression matched no samples');
  if (settings.tagLeaf !== '' && !step.matched.leaf) warnings.push('TagLeaf expression matched no samples');
  return { profile: step.profile, warnings };
}

function keysOf(list: string): string[] {
  return list.split(',').filter((key) => key !== '');
}

function ignoredUnits({ units, ignored }: ReturnType<typeof numLabelUnits>): string[] {
  return [...ignored].map(
    ([key, others]) => `For tag ${key} used unit ${units.get(key)}, also encountered unit(s) ${others.join(', ')}`,
  );
}
