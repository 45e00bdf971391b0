import type { Answer } from './pprof.ts';

/** How two answers to the same question differ, for a person to read; `undefined` where they are equal. */
export function difference(args: readonly string[], expected: Answer, actual: Answer): string | undefined {
  const title = `pprof ${args.join(' ')}`;
  if ('error' in expected)
    return 'error' in actual ? undefined : `${title}\n  pprof refuses (${lastLine(expected.error)}), flamestep answers`;
  if ('error' in actual) return `${title}\n  pprof answers, flamestep refuses: ${actual.error}`;
  if (expected.text === actual.text) return undefined;
  const wanted = expected.text.split('\n');
  const got = actual.text.split('\n');
  const line = wanted.findIndex((text, i) => text !== got[i]);
  const at = line === -1 ? wanted.length : line;
  return `${title}\n  line ${at + 1} of ${wanted.length}, flamestep has ${got.length}\n  - ${wanted[at] ?? '(end)'}\n  + ${got[at] ?? '(end)'}`;
}

/** One message about many differences: all of the first few, and how many there are. */
export function summary(differences: readonly string[], asked: number, more = ''): string {
  const shown = differences.slice(0, 8);
  return [
    `${differences.length} of ${asked} answers differ${shown.length < differences.length ? `; the first ${shown.length}:` : ':'}`,
    ...shown,
    more,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}
