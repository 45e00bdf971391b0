import { parseTime } from './parse-time.ts';

/** What to merge, as the parameters of a `pyroscope+` or `parca+` URL say it. */
export interface MergeQuery {
  readonly query: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/**
 * Reads `query`, `from` (an hour ago by default) and `until` (now by default). `others` are the parameters that may be there beside
 * them: one that is misspelt would otherwise silently ask for something else.
 */
export function queryParameters(
  url: URL,
  now: number,
  fail: (message: string) => never,
  { example, others = [] }: { readonly example: string; readonly others?: readonly string[] },
): MergeQuery {
  const known = ['query', 'from', 'until', ...others];
  for (const name of new Set(url.searchParams.keys())) {
    if (!known.includes(name)) fail(`there is no parameter '${name}'; those are ${known.join(', ')}`);
    if (url.searchParams.getAll(name).length > 1) fail(`${name} is given more than once`);
  }
  const query = url.searchParams.get('query')?.trim() ?? '';
  if (query === '') fail(`what to merge is missing; add query=${example} (in a shell the URL needs quotes)`);
  const [from, until] = (['from', 'until'] as const).map((name) => {
    const text = url.searchParams.get(name) ?? (name === 'from' ? 'now-1h' : 'now');
    return parseTime(text, now) ?? fail(`${name} cannot be read; write now-1h, 2026-11-22T10:00:00Z, or seconds since 1970`);
  });
  if (from >= until) fail('from must be before until');
  return { query, from, until };
}
