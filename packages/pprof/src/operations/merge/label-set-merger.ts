import { NO_LABELS } from '../../profile.ts';
import type { LabelSet } from '../../profile.ts';

/** Merges the label sets of profiles by their content, each when it is first needed. Set 0 is the empty one. */
export class LabelSetMerger {
  readonly labelSets: LabelSet[] = [NO_LABELS];
  readonly #keys = new Map<string, number>([[labelSetKey(NO_LABELS), 0]]);

  merge(labels: LabelSet): number {
    const key = labelSetKey(labels);
    let index = this.#keys.get(key);
    if (index === undefined) {
      this.#keys.set(key, (index = this.labelSets.length));
      this.labelSets.push(labels);
    }
    return index;
  }
}

/** A text that is equal for equal sets: all keys, values in their order, and units. */
function labelSetKey({ strings, numbers }: LabelSet): string {
  let key = '';
  for (const label of strings) key += listKey([label.key, ...label.values]);
  key += '|';
  for (const label of numbers) key += listKey([label.key, ...label.values.map(String), ...label.units]);
  return key;
}

function listKey(texts: readonly string[]): string {
  return `${texts.length};${texts.map((text) => `${text.length}:${text}`).join('')}`;
}
