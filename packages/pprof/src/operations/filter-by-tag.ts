import type { Profile } from '../profile.ts';
import { keepSamples } from './keep-samples.ts';
import type { TagFilter } from './parse-tag-filter.ts';
import { usedLabelSets } from './used-label-sets.ts';

/** Conditions on the labels of samples, see {@link parseTagFilter}. What is left out does not filter. */
export interface TagFilters {
  /** Keep only the samples that match. */
  readonly focus?: TagFilter | undefined;
  /** Leave out the samples that match; stronger than `focus`. */
  readonly ignore?: TagFilter | undefined;
}

/** A filtered profile, and which of the filters matched any sample. */
export interface TagFilterResult {
  readonly profile: Profile;
  readonly matched: { readonly focus: boolean; readonly ignore: boolean };
}

/** Chooses samples by their labels, as pprof's `tagfocus` and `tagignore` do. A missing focus matches every sample. */
export function filterByTag(profile: Profile, { focus, ignore }: TagFilters): TagFilterResult {
  const { samples } = profile;
  if (!focus && !ignore) return { profile, matched: { focus: samples.length > 0, ignore: false } };
  const keepSet = new Uint8Array(samples.labelSets.length);
  const matched = { focus: false, ignore: false };
  for (const set of usedLabelSets(samples)) {
    const focused = !focus || focus.matches(samples.labelSets[set]);
    const ignored = ignore?.matches(samples.labelSets[set]) ?? false;
    if (focused) matched.focus = true;
    if (ignored) matched.ignore = true;
    if (focused && !ignored) keepSet[set] = 1;
  }
  const keep = new Uint8Array(samples.length);
  for (let sample = 0; sample < keep.length; sample++) keep[sample] = keepSet[samples.labelSet[sample]];
  return { profile: { ...profile, samples: keepSamples(samples, keep) }, matched };
}
