/** Limits by the names that they have in the packages, and the options by which they are raised here. */
const NAMES: readonly (readonly [inPackage: string, here: string])[] = [
  ['the limit "inflatedBytes"', '--max-size'],
  ['the limit "samples"', '--max-samples'],
  ['raise the time-out', 'raise --timeout'],
  ['raise the limit,', 'raise --max-size,'],
];

/** A message of a package in the words of the command line. */
export function withOptionNames(message: string): string {
  return NAMES.reduce((text, [inPackage, here]) => text.replace(inPackage, here), message);
}
