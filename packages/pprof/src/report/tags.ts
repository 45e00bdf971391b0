import { compareByteOrder } from '../byte-order.ts';
import { scaledLabel } from '../measurement/label.ts';
import { ProfileError } from '../profile-error.ts';
import type { Profile, SampleTable, ValueType } from '../profile.ts';
import { prepareReport } from './prepare-report.ts';
import type { PreparedReport } from './prepare-report.ts';
import type { ReportOptions } from './report-options.ts';
import type { ValueFormat } from './value-format.ts';

/** What the samples with each label cost. Values are in the sample type's own unit. */
export interface TagsReport {
  readonly sampleType: ValueType;
  /** What counts as 100 %; see `computeTotal`. */
  readonly total: number;
  /** By name. */
  readonly tags: readonly Tag[];
  /** How the text shows the values. */
  readonly format: ValueFormat;
  /** Options that had no effect, in sentences. */
  readonly warnings: readonly string[];
}

/** A label, with what the samples that have it cost. */
export interface Tag {
  readonly key: string;
  /** Cost of all samples with the label. */
  readonly total: number;
  /** The values of the label, the costliest first. Numbers are written with their unit. */
  readonly values: readonly TagValue[];
}

/** One value of a label. */
export interface TagValue {
  readonly name: string;
  /** Cost of the samples with this value. */
  readonly total: number;
}

/**
 * The `tags` report of pprof as data; see {@link top} for the errors. `renderTags` gives the text. A sample with several values
 * for a label counts for each of them.
 */
export function tags(profile: Profile, options: ReportOptions = {}): TagsReport {
  const prepared = prepareReport(profile, 'tags', options);
  return {
    sampleType: prepared.sampleType,
    total: prepared.total,
    tags: [...costByTag(prepared)]
      .map(([key, byValue]): Tag => {
        const values = [...byValue].map(([name, total]) => ({ name, total })).sort(costliestFirst);
        return { key, total: values.reduce((sum, { total }) => exactSum(sum, total), 0), values };
      })
      .sort((a, b) => compareByteOrder(a.key, b.key)),
    format: prepared.format,
    warnings: prepared.warnings,
  };
}

function costByTag({ profile, value, settings, labelUnits }: PreparedReport): Map<string, Map<string, number>> {
  const { samples } = profile;
  const cost = costBySet(samples, samples.values[value]!);
  const tags = new Map<string, Map<string, number>>();
  const add = (key: string, name: string, amount: number) => {
    let byValue = tags.get(key);
    if (!byValue) tags.set(key, (byValue = new Map()));
    byValue.set(name, exactSum(byValue.get(name) ?? 0, amount));
  };
  for (const [set, amount] of cost) {
    const { strings, numbers } = samples.labelSets[set]!;
    for (const { key, values } of strings) for (const name of values) add(key, name, amount);
    for (const { key, values } of numbers) {
      const unit = labelUnits.get(key) ?? '';
      for (const number of values) add(key, scaledLabel(Number(number), unit, settings.unit), amount);
    }
  }
  return tags;
}

/** Sums the values by set of labels, as many samples share one. Sets that no sample has are left out. */
function costBySet(samples: SampleTable, values: Float64Array): Map<number, number> {
  const cost = new Map<number, number>();
  for (let sample = 0; sample < samples.length; sample++) {
    const set = samples.labelSet[sample];
    cost.set(set, (cost.get(set) ?? 0) + values[sample]);
  }
  return cost;
}

/** A sample with many values for a label counts many times, so that these sums can pass the total. */
function exactSum(a: number, b: number): number {
  const sum = a + b;
  if (Number.isSafeInteger(sum)) return sum;
  throw new ProfileError(
    'out-of-range',
    'the values of the samples with a label add up to more than 2^53; scale them to a coarser unit',
  );
}

function costliestFirst(a: TagValue, b: TagValue): number {
  return Math.abs(b.total) - Math.abs(a.total) || compareByteOrder(a.name, b.name);
}
