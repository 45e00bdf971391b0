import type { CompilePattern, Pattern } from '../pattern.ts';
import type { LabelSet } from '../profile.ts';
import { parseTagRange } from './tag-range.ts';
import type { TagRange } from './tag-range.ts';

/** A condition on the labels of a sample. */
export interface TagFilter {
  /** Whether the text was read as a range of numbers, not as patterns, which users may want to be told. */
  readonly isRange: boolean;
  /** Whether a sample with these labels is meant. */
  matches(labels: LabelSet): boolean;
}

/**
 * Reads a label filter as pprof's `tagfocus` and `tagignore` do:
 *
 * - A range of numbers (`32kb`, `:64kb`, `4mb:`, `12kb:64mb`) matches a sample with any numeric label in it.
 * - Else a list of patterns, separated by commas: each of them has to match a `key:value` of the sample's text labels.
 * - `key=` before a range or a list looks only at the labels of that key; then one matching pattern of the list is enough, and it is
 *   tested on the value alone.
 *
 * `numLabelUnits` gives the unit of each numeric label, see {@link numLabelUnits}. What `compile` throws goes through; a number of
 * more than 64 bits throws `ProfileError` `incompatible`.
 */
export function parseTagFilter(text: string, compile: CompilePattern, numLabelUnits: ReadonlyMap<string, string>): TagFilter {
  const equals = text.indexOf('=');
  const key = equals === -1 ? '' : text.slice(0, equals);
  const condition = text.slice(equals + 1);
  const range = parseTagRange(condition);
  if (range) return { isRange: true, matches: (labels) => anyNumberIn(range, labels, key, numLabelUnits) };
  const patterns = condition.split(',').map(compile);
  return {
    isRange: false,
    matches: key === '' ? (labels) => allMatch(patterns, labels) : (labels) => anyMatchesValue(patterns, labels, key),
  };
}

function anyNumberIn(range: TagRange, { numbers }: LabelSet, key: string, units: ReadonlyMap<string, string>): boolean {
  return numbers.some((label) => {
    if (key !== '' && label.key !== key) return false;
    const unit = units.get(label.key) ?? '';
    return label.values.some((value) => range(value, unit));
  });
}

function allMatch(patterns: readonly Pattern[], { strings }: LabelSet): boolean {
  return patterns.every((pattern) => strings.some(({ key, values }) => values.some((value) => pattern.test(`${key}:${value}`))));
}

function anyMatchesValue(patterns: readonly Pattern[], { strings }: LabelSet, key: string): boolean {
  const values = strings.find((label) => label.key === key)?.values ?? [];
  return patterns.some((pattern) => values.some((value) => pattern.test(value)));
}
