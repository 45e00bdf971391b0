import type { ValueType } from '@flamestep/pprof';
import type { Change, ComparisonMethod, Sides, Thresholds, VerdictWord } from '../comparison.ts';
import type { CompareOptions } from '../compare-options.ts';
import { dividedRun, relativePeriods } from '../measure/equal-periods.ts';
import type { MeasuredRun } from '../measure/measured-run.ts';
import type { NoisePrior } from '../noise-prior.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import { chooseWork } from './choose-work.ts';
import { exposures as chooseExposures } from './exposures.ts';
import type { JudgedFunction, Judgement } from './judgement.ts';
import { judgeWhole } from './judge-whole.ts';
import { expectedDispersion, learnNoise } from './noise-model.ts';
import { detectableRise, runsFactor } from './power.ts';
import { rateChange, scaleChange } from './rate-change.ts';
import type { CountNoise } from './rate-change.ts';
import { runCounts } from './run-counts.ts';
import type { RunCounts } from './run-counts.ts';
import { scatter } from './scatter.ts';
import { testFunctions } from './test-functions.ts';

/** A sample type, measured. */
export interface JudgeInput {
  readonly sampleType: ValueType;
  /** Base's runs, then head's. The order within a side does not matter. */
  readonly runs: readonly MeasuredRun[];
  /** The first of head's. */
  readonly headFrom: number;
  /** By run. */
  readonly operations?: Float64Array | undefined;
  readonly normalization?: CompareOptions['normalization'];
  readonly paired?: boolean | undefined;
  readonly thresholds: Thresholds;
  readonly prior?: NoisePrior | undefined;
}

/** A function below this part of the least share on both sides is not worth a line. */
const NEGLIGIBLE = 0.2;

/** Judges every function, and the whole, of one sample type by the numbers of its runs. */
export function judgeSampleType(input: JudgeInput): Judgement {
  const { headFrom, thresholds } = input;
  const grain = relativePeriods(input.runs);
  const runs = input.runs.map((run, i) => dividedRun(run, grain[i]));
  const counts = runCounts(runs, headFrom);
  const basis = chooseWork(input.sampleType, input.runs, headFrom, input.operations, input.normalization);
  const work = basis.work.map((done, i) => done / grain[i]);
  const method = chooseMethod(runs, headFrom);
  const spread = scatter(counts, counts.wholes);
  const noise = learnNoise(counts, spread, input.prior);
  const { sides: exposures, normalization } = chooseExposures(counts, { ...basis, work }, noise, thresholds.level);
  const tests = testFunctions(counts, exposures, spread, noise, thresholds);
  const whole = judgeWhole(input.runs, headFrom, {
    method,
    kind: basis.kind,
    work: basis.work,
    paired: input.paired === true,
    thresholds,
  });

  const quantile = studentQuantile(0.05, tests.degreesOfFreedom);
  const isExact = method === 'exact';
  const wholes = sidesOf(runs, headFrom, (run) => run.whole);
  const wholeCost = wholes.base / exposures.base || wholes.head / exposures.head;
  const shareOf = (change: Change) => scaleChange(change, wholeCost === 0 ? 0 : 1 / wholeCost);
  /** The change of a cost of which one count costs `scale`. */
  const changeOfCosts = (costs: Sides, scale: number, dispersion: number): Change => {
    if (isExact) return exactChange(costs, exposures);
    const sampled = { base: costs.base / (scale || 1), head: costs.head / (scale || 1) };
    const noiseOfThis: CountNoise = { dispersion, quantile };
    return scaleChange(rateChange(sampled, exposures, noiseOfThis), scale);
  };
  const changeOf = (entities: readonly number[]): Change => {
    const cost = sidesOf(runs, headFrom, (run) => sumOf(entities, (entity) => run.self[entity]));
    const variance = sumOf(runs, (run) => sumOf(entities, (entity) => run.variance[entity]));
    const scale = variance / (cost.base + cost.head || 1);
    const count = sumOf(entities, (entity) => counts.base[entity] + counts.head[entity]);
    const own = Math.max(...entities.map((entity) => tests.dispersion[entity]));
    return changeOfCosts(cost, scale, Math.max(own, expectedDispersion(noise, count / runs.length)));
  };
  const totalScale = sumOf(runs, ({ wholeVariance }) => wholeVariance) / (sumOf(runs, (run) => run.whole) || 1);

  const least = NEGLIGIBLE * thresholds.share;
  const functions: JudgedFunction[] = [];
  for (let entity = 0; entity < counts.length; entity++) {
    if (counts.base[entity] + counts.head[entity] === 0) continue;
    const own = changeOf([entity]);
    const share = shareOf(own);
    if (Math.max(share.base, share.head) < least) continue;
    const total = sidesOf(runs, headFrom, (run) => run.total[entity]);
    const p = tests.p[entity];
    const isChanged = isExact ? own.change !== 0 : p <= thresholds.level;
    functions.push({
      entity,
      ...own,
      share,
      verdict: functionWord(share, thresholds, isChanged, total),
      ...(isExact || Number.isNaN(p) ? {} : { p }),
      samples: sidesOf(runs, headFrom, (run) => run.samples[entity]),
      total: changeOfCosts(total, totalScale, expectedDispersion(noise, 0)),
    });
  }
  functions.sort((a, b) => Math.abs(b.share.change) - Math.abs(a.share.change) || a.entity - b.entity);

  return {
    sampleType: input.sampleType,
    method,
    runs: { base: headFrom, head: runs.length - headFrom },
    samples: sidesOf(runs, headFrom, ({ wholeSamples }) => wholeSamples),
    normalization,
    whole,
    thresholds,
    ...seen(),
    prior: noise.prior,
    functions,
    factors: runs.map((_, i) => 1 / grain[i] / (i < headFrom ? exposures.base : exposures.head)),
    wholeCost,
    changeOf,
  };

  /** What could have been seen in a function of the size that a sample falls into with even chance. */
  function seen(): Pick<Judgement, 'noiseFloor' | 'smallestDetectable' | 'runsNeeded'> {
    if (isExact || wholeCost === 0) return { noiseFloor: 0, smallestDetectable: 0 };
    const entity = middleFunction(counts);
    const scale = counts.scale[entity];
    const count = counts.base[entity] + counts.head[entity];
    const rate = count / (exposures.base + exposures.head);
    const dispersion = expectedDispersion(noise, count / runs.length);
    const level = Math.min(1, thresholds.level * Math.max(tests.weightOf(count), 1 / counts.length));
    const power = { level, degreesOfFreedom: tests.degreesOfFreedom, dispersion, exposures };
    const leastRise = Math.max((thresholds.share * wholeCost) / scale, thresholds.relative * rate);
    const rise = Math.max(leastRise, detectableRise(rate, power));
    const error = Math.sqrt(dispersion * rate * (1 / exposures.base + 1 / exposures.head));
    const factor = runsFactor(rate, leastRise, power);
    return {
      noiseFloor: (studentQuantile(0.01, tests.degreesOfFreedom) * error * scale) / wholeCost,
      smallestDetectable: (rise * scale) / wholeCost,
      ...(factor > 1 ? { runsNeeded: Math.ceil(factor * Math.min(headFrom, runs.length - headFrom)) } : {}),
    };
  }
}

function chooseMethod(runs: readonly MeasuredRun[], headFrom: number): ComparisonMethod {
  const sides = [runs.slice(0, headFrom), runs.slice(headFrom)];
  if (sides.some((side) => side.length === 1)) return 'indicative';
  return sides.every(([first, ...others]) => others.every((run) => isSame(first.self, run.self))) ? 'exact' : 'moderated-t';
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => value === b[i]);
}

function exactChange(costs: Sides, exposures: Sides): Change {
  const [base, head] = [costs.base / exposures.base, costs.head / exposures.head];
  return { base, head, change: head - base, low: head - base, high: head - base };
}

function functionWord(share: Change, thresholds: Thresholds, isChanged: boolean, total: Sides): VerdictWord {
  const least = Math.max(thresholds.share, thresholds.relative * share.base);
  if (isChanged && Math.abs(share.change) >= least) {
    if (total.base === 0) return 'new';
    if (total.head === 0) return 'gone';
    return share.change > 0 ? 'slower' : 'faster';
  }
  return share.high < least && share.low > -least ? 'unchanged' : 'inconclusive';
}

/** The entity in which the middle sample of all lies, when functions are ordered by size. */
function middleFunction({ base, head }: RunCounts): number {
  const sizes = Array.from(base, (count, entity) => ({ entity, count: count + head[entity] })).sort((a, b) => b.count - a.count);
  const half = sumOf(sizes, ({ count }) => count) / 2;
  let passed = 0;
  return sizes.find(({ count }) => (passed += count) >= half)?.entity ?? 0;
}

function sidesOf(runs: readonly MeasuredRun[], headFrom: number, measure: (run: MeasuredRun) => number): Sides {
  return { base: sumOf(runs.slice(0, headFrom), measure), head: sumOf(runs.slice(headFrom), measure) };
}

function sumOf<T>(items: readonly T[], measure: (item: T) => number): number {
  return items.reduce((sum, item) => sum + measure(item), 0);
}
