import type { FunctionRow } from './split-functions.ts';

/** Where a function stands, what moved, and what of it the change touches: `hot line decode.go:934 · from cart/decode.go:57, which …`. */
export function functionPlace({ file, startLine, hotLine = 0, moved, touched = [] }: FunctionRow): string {
  const own = hotLine > 0 ? `hot line ${place(file, hotLine)}` : place(file, startLine);
  const touch = touched.find(({ role }) => role === 'itself') ?? touched[0];
  const before = touch?.role === 'itself' ? 'in' : 'reached from';
  return [
    ...(own === '' ? [] : [own]),
    ...(moved === undefined ? [] : [`${names(moved.kind, moved.from)} → ${names(moved.kind, moved.to)}`]),
    ...(touch === undefined ? [] : [`${before} ${place(touch.file, touch.line)}, which this change touches`]),
  ].join(' · ');
}

type Moved = NonNullable<FunctionRow['moved']>;

function names(kind: Moved['kind'], functions: Moved['from']): string {
  return functions.map((one) => (kind === 'moved-file' ? one.file : one.name)).join(', ');
}

function place(file: string, line: number): string {
  return file !== '' && line > 0 ? `${file}:${line}` : file;
}
