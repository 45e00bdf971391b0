import { describeComparison } from '../../packages/diff/src/findings/describe-comparison.ts';
import { entityThresholds } from '../../packages/diff/src/judge/entity-thresholds.ts';
import { judgeSampleType } from '../../packages/diff/src/judge/judge-sample-type.ts';
import { adjustP } from '../../packages/diff/src/statistics/adjust-p.ts';
import { seededRandom } from '../../fixtures/generators/seeded-random.ts';
import { draw } from './draw.ts';
import type { RecordedPair, RecordedRun } from './recorded-runs.ts';

/** What a rule names in a comparison, the greatest change first. */
export type Rule = (pair: RecordedPair, base: readonly RecordedRun[], head: readonly RecordedRun[]) => string[];

const THRESHOLDS = { relative: 0.1, share: 0.005, level: 0.01, visible: 0.04 };

/** What `compare` does, without reading and measuring again; with the operations of each run or without. */
export const flamestep =
  (withOperations: boolean): Rule =>
  ({ matching, type }, base, head) => {
    const runs = [...base, ...head];
    const judgement = judgeSampleType({
      sampleType: runs[0].profile.sampleTypes[type],
      runs: runs.map(({ measured }) => measured),
      headFrom: base.length,
      operations: withOperations ? Float64Array.from(runs, ({ operations }) => operations) : undefined,
      thresholds: THRESHOLDS,
      ownThresholds: entityThresholds(matching, THRESHOLDS, undefined),
    });
    const weighed = runs.map(({ stacks, profile }, i) => ({
      stacks,
      values: profile.samples.values[type],
      factor: judgement.factors[i],
      isHead: i >= base.length,
    }));
    const entityOf = runs.map((run) => run.entityOf);
    const { profile } = describeComparison({ judgement, matching, runs: weighed, entityOf, changedLines: undefined });
    return profile.findings.map(({ name }) => name);
  };

/** Everything that costs half a per cent and changed its share by more than a tenth. */
export const tenPercent: Rule = (pair, base, head) =>
  named(
    pair,
    sharesOf(base, head).filter(({ bases, heads }) => isBig(mean(bases), mean(heads))),
  );

/** Splits of the runs beyond this many are drawn at random. */
const MOST_SPLITS = 2000;

/** A permutation test of the shares over the runs, Benjamini-Hochberg at 0.05, and the same least effect. */
export const permutation: Rule = (pair, base, head) => {
  const costly = sharesOf(base, head).filter(({ bases, heads }) => Math.max(mean(bases), mean(heads)) >= THRESHOLDS.share);
  const splits = splitsOf(base.length + head.length, base.length);
  const adjusted = adjustP(
    costly.map(({ bases, heads }) => permutationTail([...bases, ...heads], splits)),
    costly.map(() => 1),
  );
  return named(
    pair,
    costly.filter(({ bases, heads }, i) => {
      const isEnough = Math.abs(mean(heads) - mean(bases)) >= THRESHOLDS.share && isBig(mean(bases), mean(heads));
      return adjusted[i] <= 0.05 && isEnough;
    }),
  );
};

interface FunctionShares {
  readonly entity: number;
  readonly bases: readonly number[];
  readonly heads: readonly number[];
}

function sharesOf(base: readonly RecordedRun[], head: readonly RecordedRun[]): FunctionShares[] {
  const share =
    (entity: number) =>
    ({ measured }: RecordedRun) =>
      measured.self[entity] / measured.whole;
  return Array.from(base[0].measured.self, (_, entity) => ({
    entity,
    bases: base.map(share(entity)),
    heads: head.map(share(entity)),
  }));
}

function isBig(base: number, head: number): boolean {
  return Math.max(base, head) >= THRESHOLDS.share && Math.abs(head - base) > THRESHOLDS.relative * base;
}

function named({ matching }: RecordedPair, functions: readonly FunctionShares[]): string[] {
  const change = ({ bases, heads }: FunctionShares) => Math.abs(mean(heads) - mean(bases));
  return [...functions].sort((a, b) => change(b) - change(a)).map(({ entity }) => matching.name[entity]);
}

/** The part of the splits whose difference of means is at least as great as that of the first `size` from the others. */
function permutationTail(values: readonly number[], splits: readonly (readonly number[])[]): number {
  const sum = (indices: readonly number[]) => indices.reduce((all, i) => all + values[i], 0);
  const middle = (values.reduce((all, value) => all + value, 0) * splits[0].length) / values.length;
  const seen = Math.abs(sum(splits[0]) - middle) - 1e-12;
  return splits.filter((split) => Math.abs(sum(split) - middle) >= seen).length / splits.length;
}

const knownSplits = new Map<string, number[][]>();

/** Ways to choose `size` of `runs`, the one at hand (the first ones) first: all, or some of them at random. */
function splitsOf(runs: number, size: number): number[][] {
  const key = `${runs} ${size}`;
  let splits = knownSplits.get(key);
  if (!splits) {
    const first = Array.from({ length: size }, (_, i) => i);
    const all = choose(runs, size);
    const random = seededRandom(runs);
    const everyone = Array.from({ length: runs }, (_, i) => i);
    splits = all ?? [first, ...Array.from({ length: MOST_SPLITS }, () => draw(everyone, size, random))];
    knownSplits.set(key, splits);
  }
  return splits;
}

function choose(runs: number, size: number): number[][] | undefined {
  let chosen: number[][] = [[]];
  for (let run = 0; run < runs; run++) {
    chosen = chosen.flatMap((some) => (some.length < size ? [[...some, run], some] : [some]));
    if (chosen.length > 10 * MOST_SPLITS) return undefined;
  }
  return chosen.filter((some) => some.length === size);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
