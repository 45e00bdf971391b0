import { fileURLToPath } from 'node:url';
import type { Pprof } from './pprof.ts';

/**
 * Which of the things that pprof has changed over the years this pprof has. Flamestep speaks as that of Go 1.26; an older one is
 * asked only what it can answer, and what it words otherwise is translated, so that every number is still compared.
 */
export interface Dialect {
  /** Knows Line.column and -showcolumns (google/pprof of 2023). */
  readonly hasColumns: boolean;
  /** Knows doc_url, and prints it in headers (2024). */
  readonly hasDocUrl: boolean;
  /** `Time: 2023-11-14 22:13:20 UTC`, not `Time: Nov 14, 2023 at 10:13pm (UTC)`. */
  readonly hasSeconds: boolean;
  /** The tags report says how much of the whole a tag has, with two decimals (2025). */
  readonly hasTagShares: boolean;
  /** Leaves a profile that stands alone as it is; before, it was merged with nothing, which orders and joins samples anew. */
  readonly keepsOne: boolean;
  /** Filters that are not there do nothing; before, they dropped samples without a stack. */
  readonly keepsEmptyStacks: boolean;
  /** Compares profiles in the sample types that they share; before, it refused all but equal lists of types. */
  readonly sharesTypes: boolean;
}

const fixtures = fileURLToPath(new URL('../../../../fixtures', import.meta.url));

/** Finds out by asking about a profile in which everything stands. */
export async function dialectOf(pprof: Pprof): Promise<Dialect> {
  const ask = async (...args: string[]) => {
    const answer = await pprof.run(args, fixtures);
    return 'text' in answer ? answer.text : '';
  };
  const everything = 'edge/all-fields.pb';
  const [top, columns, tags, repeated, empty, shared] = await Promise.all([
    ask('-top', everything),
    ask('-top', '-lines', '-showcolumns', everything),
    ask('-tags', everything),
    ask('-raw', 'edge/repeated-stacks.pb'),
    ask('-top', '-relative_percentages', 'edge/empty-stacks.pb'),
    ask('-top', 'edge/types.base.pb', 'edge/types.head.pb'),
  ]);
  return {
    hasColumns: columns.includes('/src/parse.c:12:7'),
    hasDocUrl: top.includes('Doc: https://example.com/profile'),
    hasSeconds: top.includes('Time: 2023-11-14 22:13:20 UTC'),
    hasTagShares: tags.includes(' of '),
    keepsOne: /3 +4: /.test(repeated),
    keepsEmptyStacks: empty.includes('of 15ns total'),
    sharesTypes: shared !== '',
  };
}

/** Whether a pprof of this dialect can answer as flamestep does. */
export function understands(dialect: Dialect, args: readonly string[]): boolean {
  if (args.includes('-showcolumns') && !dialect.hasColumns) return false;
  if (args.includes('-tags') && !dialect.hasTagShares) return false;
  if (args.includes('-relative_percentages') && !dialect.keepsEmptyStacks) return false;
  // Samples that were joined before are scaled, and so rounded, together.
  return dialect.keepsOne || !args.some((arg) => /^-(raw|traces|proto|topproto|normalize)$/.test(arg));
}

/** What flamestep's answer is in this dialect. */
export function translate(dialect: Dialect, args: readonly string[], text: string): string {
  let result = text;
  if (!dialect.hasSeconds) result = result.replace(/^Time: (\d+)-(\d+)-(\d+) (\d+):(\d+):\d+ UTC$/m, inWords);
  if (!dialect.hasDocUrl) result = result.replace(/^Doc: .*\n/m, '');
  if (!dialect.hasColumns && args.includes('-raw')) result = result.replace(/(:-?\d+):-?\d+ s=/g, '$1 s=');
  return result;
}

function inWords(_: string, year: string, month: string, day: string, hour: string, minute: string): string {
  const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(month) - 1];
  const half = Number(hour) < 12 ? 'am' : 'pm';
  return `Time: ${name} ${Number(day)}, ${year} at ${Number(hour) % 12 || 12}:${minute}${half} (UTC)`;
}
