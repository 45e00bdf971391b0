/**
 * The last part of a qualified name, without arguments and type arguments: `Valid` of `encoding/json.Valid`, `set` of
 * `main.(*pair[...]).set`. A number alone says nothing, so it takes the part before with it: `run.func#`.
 */
export function shortName(family: string): string {
  const arguments_ = family.slice(1).search(/[^.]\(/);
  const plain = (arguments_ === -1 ? family : family.slice(0, arguments_ + 2)).replaceAll('[...]', '');
  const parts = plain.split(/[./]|::/).filter((part) => part !== '');
  const last = parts.findLastIndex((part) => !part.includes('#'));
  return parts.slice(Math.max(0, last)).join('.');
}
