/** A sentence for every renderer: our own words as they are, and between them names and values from outside, which each renderer escapes. */
export type Phrase = readonly PhrasePart[];

/** `text` is prose from outside, `code` a name. A plain string is ours and safe everywhere. */
export type PhrasePart = string | { readonly code: string } | { readonly text: string };
