import { cutMiddle } from '../model/cut-middle.ts';

/** Tabs and line ends of every kind. */
const SPACES = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** C0 and C1 controls, marks that turn the direction of text, characters without width, tag characters, halves of a pair. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/**
 * Text from outside as one visible line of at most `longest` UTF-16 units: in NFC, without characters that hide or turn what it says,
 * its middle left out where it is too long. The first step of every escaping.
 */
export function normalizeText(text: string, longest = 1000): string {
  return cutMiddle(text.normalize('NFC').replace(SPACES, ' ').replace(HIDDEN, ''), longest);
}
