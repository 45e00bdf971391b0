import { mayDependOnChance, withoutOrder } from './chance.ts';
import { difference } from './compare.ts';
import { dialectOf, translate, understands } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { askFlamestep } from './flamestep.ts';
import { knownDifference } from './known-differences.ts';
import type { Pprof } from './pprof.ts';

/** How often pprof is asked again where the answers differ, to see whether it repeats itself. */
const REPEATS = 6;

const dialects = new Map<Pprof, Promise<Dialect>>();

/** Asks pprof and flamestep the same question, and tells how the answers differ; `undefined` where they agree. */
export async function askBoth(pprof: Pprof, args: readonly string[], folder: string): Promise<string | undefined> {
  let asking = dialects.get(pprof);
  if (!asking) dialects.set(pprof, (asking = dialectOf(pprof)));
  const dialect = await asking;
  if (!understands(dialect, args)) return undefined;
  const expected = await pprof.run(args, folder);
  let actual = await askFlamestep(args, folder);
  if ('text' in actual) actual = { text: translate(dialect, args, actual.text) };
  const found = difference(args, expected, actual);
  if (found === undefined || knownDifference(expected, actual, dialect) !== undefined) return undefined;
  if ('error' in expected || 'error' in actual) return found;
  // If pprof's answer is one of several, flamestep's has to be another of them.
  const texts = [expected.text];
  for (let i = 0; i < REPEATS; i++) {
    const again = await pprof.run(args, folder);
    if ('text' in again) texts.push(again.text);
  }
  if (texts.includes(actual.text)) return undefined;
  const isRandom = new Set(texts).size > 1 || mayDependOnChance(expected.text);
  const wanted = new Set(texts.map(withoutOrder));
  return isRandom && wanted.has(withoutOrder(actual.text)) ? undefined : found;
}

/** The differences in the answers to many questions. */
export async function askAll(pprof: Pprof, questions: readonly (readonly string[])[], folder: string): Promise<string[]> {
  const found = await Promise.all(questions.map((args) => askBoth(pprof, args, folder)));
  return found.filter((text) => text !== undefined);
}
