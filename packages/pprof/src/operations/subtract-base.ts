import { compareByteOrder } from '../byte-order.ts';
import type { LabelSet, Profile, SampleTable } from '../profile.ts';
import { NO_LABELS } from '../profile.ts';
import { combine, combineWith } from './combine.ts';
import type { CombineOptions } from './combine.ts';
import { concatenate } from './concatenate.ts';
import { hasNegativeValue } from './has-negative-value.ts';
import { merge } from './merge.ts';
import { normalize } from './normalize.ts';
import { scale } from './scale.ts';

/** How to subtract; both are off where left out. */
export interface SubtractBaseOptions extends CombineOptions {
  /**
   * Mark the samples of the base with the label `pprof::base` = `true`, as `-diff_base` does. Equal samples of both sides stay
   * apart then, and percentages are of the base. Without it, as with `-base`, they cancel out.
   */
  readonly diffBase?: boolean | undefined;
  /** Scale the profile to the totals of the base first, see {@link normalize}. */
  readonly normalize?: boolean | undefined;
}

/** The label that marks the samples of the base in a comparison. */
export const BASE_LABEL = { key: 'pprof::base', value: 'true' } as const;

/**
 * Subtracts a base profile: the result has the samples of `profile`, then those of `base` with negative values. The result goes on
 * like any profile; its headers are combined as {@link merge} says, so that its duration is that of both.
 *
 * Throws `ProfileError` `incompatible` for profiles without a common sample type, and for different ones with `normalize`.
 */
export function subtractBase(profile: Profile, base: Profile, options: SubtractBaseOptions = {}): Profile {
  const source = options.normalize ? normalize(profile, base) : profile;
  const negative = scale(base, -1);
  if (!options.diffBase) return combine([source, negative]);
  // Marked samples are never added to others, so that samples of one sign stay samples of one sign.
  const isOneSigned = !hasNegativeValue(source) && !hasNegativeValue(base);
  const join = options.forSums && isOneSigned ? concatenate : merge;
  return combineWith([source, { ...negative, samples: markAsBase(negative.samples) }], join);
}

function markAsBase(samples: SampleTable): SampleTable {
  const { key, value } = BASE_LABEL;
  const marked = samples.labelSets.map(({ strings, numbers }): LabelSet => {
    const others = strings.filter((label) => label.key !== key);
    return { strings: [...others, { key, values: [value] }].sort((a, b) => compareByteOrder(a.key, b.key)), numbers };
  });
  // Set 0 has to stay the empty one, so that every set moves up by one.
  return { ...samples, labelSets: [NO_LABELS, ...marked], labelSet: samples.labelSet.map((set) => set + 1) };
}
