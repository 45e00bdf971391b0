/** Controls and the marks that turn the direction of text: they would hide what a name says. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A name as it is shown: at most `longest` characters, with its middle left out, and hidden characters written as `<U+202E>`. */
export function visibleText(name: string, longest = 400): string {
  const cut = name.length > longest ? `${name.slice(0, longest / 2)}…${name.slice(-longest / 2)}` : name;
  return cut.replace(HIDDEN, (c) => `<U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}
