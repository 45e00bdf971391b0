const NAMED: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** A path as git prints it, which quotes those with unusual characters: `"caf\303\251.go"` is `café.go`. */
export function unquotePath(path: string): string {
  if (!(path.length > 1 && path.startsWith('"') && path.endsWith('"'))) return path;
  const bytes: number[] = [];
  for (const [part, escaped] of path.slice(1, -1).matchAll(/\\([0-7]{3}|.)|[^\\]+/gs)) {
    if (escaped === undefined) for (const byte of new TextEncoder().encode(part)) bytes.push(byte);
    else if (escaped.length === 3) bytes.push(Number.parseInt(escaped, 8) & 0xff);
    else bytes.push(NAMED[escaped] ?? escaped.charCodeAt(0));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
