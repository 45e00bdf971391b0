import type { Pattern } from '../pattern.ts';
import type { LabelSet, Profile } from '../profile.ts';
import { usedLabelSets } from './used-label-sets.ts';

/** Patterns for the names of labels. What is left out does not filter. */
export interface LabelNameFilters {
  /** Take out all labels that do not match. */
  readonly show?: Pattern | undefined;
  /** Take out the labels that match; stronger than `show`. */
  readonly hide?: Pattern | undefined;
}

/** A profile with fewer labels, and which of the patterns matched the name of any. */
export interface LabelNameFilterResult {
  readonly profile: Profile;
  readonly matched: { readonly show: boolean; readonly hide: boolean };
}

/** Takes labels out of samples by name, as pprof's `tagshow` and `taghide` do. The samples stay. A missing `show` matches all. */
export function filterLabelNames(profile: Profile, { show, hide }: LabelNameFilters): LabelNameFilterResult {
  const { samples } = profile;
  const labelSets = [...samples.labelSets];
  const matched = { show: false, hide: false };
  const stays = ({ key }: { readonly key: string }): boolean => {
    const shown = !show || show.test(key);
    const hidden = hide?.test(key) ?? false;
    if (shown) matched.show = true;
    if (hidden) matched.hide = true;
    return shown && !hidden;
  };
  for (const set of usedLabelSets(samples)) {
    const { strings, numbers }: LabelSet = labelSets[set];
    labelSets[set] = { strings: strings.filter(stays), numbers: numbers.filter(stays) };
  }
  return { profile: show || hide ? { ...profile, samples: { ...samples, labelSets } } : profile, matched };
}
