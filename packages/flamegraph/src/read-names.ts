import { FlamegraphError } from './flamegraph-error.ts';

/** Longest name that is kept whole, in UTF-16 code units: more than any screen shows. */
export const LONGEST_NAME = 2000;

/** Checks the names and makes equal ones one: `indexOf[i]` is the place of names[i] in the result. */
export function readNames(
  value: unknown,
  maxCharacters: number,
): { names: readonly string[]; indexOf: Int32Array; cutNames: number } {
  if (!Array.isArray(value)) throw new FlamegraphError('invalid-shape', 'names', 'not an array');
  const names: string[] = [];
  const indexOf = new Int32Array(value.length);
  const places = new Map<string, number>();
  let characters = 0;
  let cutNames = 0;
  for (let i = 0; i < value.length; i++) {
    const name: unknown = value[i];
    if (typeof name !== 'string') throw new FlamegraphError('invalid-shape', `names[${i}]`, 'not a string');
    characters += name.length;
    if (characters > maxCharacters) {
      throw new FlamegraphError(
        'too-large',
        `names[${i}]`,
        `more than ${maxCharacters} characters of names; raise the limit "nameCharacters"`,
      );
    }
    let place = places.get(name);
    if (place === undefined) {
      place = names.length;
      places.set(name, place);
      if (name.length > LONGEST_NAME) cutNames++;
      names.push(cutName(name));
    }
    indexOf[i] = place;
  }
  return { names, indexOf, cutNames };
}

/** Keeps both ends: the package stands at the front of a name, the method at its back. */
function cutName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const half = LONGEST_NAME / 2;
  return `${name.slice(0, half)}…${name.slice(-half)}`;
}
