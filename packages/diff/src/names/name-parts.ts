/**
 * The parts of a qualified name, without arguments and type arguments: `example.com/json.(*decoder).next` is `example`, `com`, `json`, `(*decoder)`,
 * `next`. A number alone says nothing, so it goes with the part before it: `run.func#`.
 */
export function nameParts(family: string): string[] {
  const beforeArguments = family.slice(1).search(/[^.]\(/);
  const plain = (beforeArguments === -1 ? family : family.slice(0, beforeArguments + 2)).replaceAll('[...]', '');
  const parts = plain.split(/[./]|::/).filter((part) => part !== '');
  const last = Math.max(
    0,
    parts.findLastIndex((part) => !part.includes('#')),
  );
  return [...parts.slice(0, last), parts.slice(last).join('.')];
}
