/** How a pattern's parts stand for the parts of what is matched. */
export interface WildcardRules<Part, Item> {
  /** Stands for any number of items, none included. */
  readonly isAny: (part: Part) => boolean;
  /** Whether the part stands for this one item. */
  readonly matches: (part: Part, item: Item) => boolean;
}

/** Whether a pattern stands for the whole of `items`. Takes at most the product of both lengths in steps, whatever the pattern. */
export function matchWildcards<Part, Item>(
  pattern: ArrayLike<Part>,
  items: ArrayLike<Item>,
  { isAny, matches }: WildcardRules<Part, Item>,
): boolean {
  let part = 0;
  /** The last wildcard, and the first item that it does not take yet. */
  let [wildcard, after] = [-1, 0];
  for (let item = 0; item < items.length; ) {
    if (part < pattern.length && isAny(pattern[part])) [wildcard, after] = [part++, item];
    else if (part < pattern.length && matches(pattern[part], items[item])) [part, item] = [part + 1, item + 1];
    else if (wildcard === -1) return false;
    // The wildcard takes one more; an earlier one need not, for this one comes after all that it leads to.
    else [part, item] = [wildcard + 1, ++after];
  }
  while (part < pattern.length && isAny(pattern[part])) part++;
  return part === pattern.length;
}
