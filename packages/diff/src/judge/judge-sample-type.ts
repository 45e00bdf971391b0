import type { ValueType } from '@flamestep/pprof';
import type { CompareOptions } from '../compare-options.ts';
import type { ComparisonMethod, Normalization, Thresholds, VerdictWord } from '../comparison.ts';
import { dividedRun, relativePeriods } from '../measure/equal-periods.ts';
import type { MeasuredRun } from '../measure/measured-run.ts';
import type { NoisePrior } from '../noise-prior.ts';
import { changeMeter } from './change-meter.ts';
import { chooseWork } from './choose-work.ts';
import type { EntityThresholds } from './entity-thresholds.ts';
import { exposures as chooseExposures } from './exposures.ts';
import type { JudgedFunction, Judgement } from './judgement.ts';
import { judgeWhole } from './judge-whole.ts';
import { learnNoise } from './noise-model.ts';
import { scaleChange } from './rate-change.ts';
import { runCounts } from './run-counts.ts';
import { scatter } from './scatter.ts';
import { sidesOf } from './sums.ts';
import { testFunctions } from './test-functions.ts';
import { visibility } from './visibility.ts';

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
  readonly ownThresholds: EntityThresholds;
  readonly prior?: NoisePrior | undefined;
}

/** A function below this part of the least share on both sides is not worth a line. */
const NEGLIGIBLE = 0.2;

/** Judges every function, and the whole, of one sample type by the numbers of its runs. */
export function judgeSampleType(input: JudgeInput): Judgement {
  const { headFrom, thresholds, ownThresholds, sampleType } = input;
  const basis = chooseWork(sampleType, input.runs, headFrom, input.operations, input.normalization);
  const method = chooseMethod(input.runs, headFrom);
  const isExact = method === 'exact';
  const whole = judgeWhole(input.runs, headFrom, { ...basis, method, thresholds, paired: input.paired === true });

  // From here on costs and work are in units of each run's period.
  const periods = relativePeriods(input.runs);
  const runs = input.runs.map((run, i) => dividedRun(run, periods[i]));
  const work = basis.work.map((done, i) => done / periods[i]);
  const counts = runCounts(runs, headFrom);
  const spread = scatter(counts, counts.wholes);
  const noise = learnNoise(counts, spread, input.prior);
  const { sides: exposures, normalization } = chooseExposures(counts, { ...basis, work }, noise, thresholds.level);
  const tests = testFunctions(counts, exposures, spread, noise, { level: thresholds.level, shares: ownThresholds.share });
  const { changeOf, totalChangeOf } = changeMeter({ runs, counts, exposures, tests, noise, isExact });
  const wholes = sidesOf(runs, headFrom, (run) => run.whole);
  const given = sidesOf(input.runs, headFrom, (run) => run.whole);
  const divisorOf = (side: 'base' | 'head') =>
    wholes[side] === 0 ? exposures[side] : (given[side] / wholes[side]) * exposures[side];
  const wholeCost = wholes.base / exposures.base || wholes.head / exposures.head;

  const seen =
    isExact || !(wholeCost > 0)
      ? { noiseFloor: 0, smallestDetectable: 0 }
      : visibility({ counts, exposures, tests, noise, thresholds, wholeCost });
  // What no change of a size that could have been seen is in is unchanged, unless that size is no use.
  const tolerance = seen.smallestDetectable <= thresholds.visible ? seen.smallestDetectable : 0;

  const functions: JudgedFunction[] = [];
  for (let entity = 0; entity < counts.length; entity++) {
    if (counts.base[entity] + counts.head[entity] === 0) continue;
    const own = changeOf([entity]);
    const share = scaleChange(own, 1 / wholeCost);
    const least = { relative: ownThresholds.relative[entity], share: ownThresholds.share[entity] };
    if (Math.max(share.base, share.head) < NEGLIGIBLE * Math.min(thresholds.share, least.share)) continue;
    const isOwn = least.relative !== thresholds.relative || least.share !== thresholds.share;
    const total = totalChangeOf(entity);
    const p = tests.p[entity];
    functions.push({
      entity,
      ...own,
      share,
      verdict: functionWord({ share, total }, least, isExact ? own.change !== 0 : p <= thresholds.level, tolerance),
      ...(isExact || Number.isNaN(p) ? {} : { p }),
      ...(isOwn ? { thresholds: least } : {}),
      samples: sidesOf(runs, headFrom, (run) => run.samples[entity]),
      total,
    });
  }
  functions.sort((a, b) => Math.abs(b.share.change) - Math.abs(a.share.change) || a.entity - b.entity);

  return {
    sampleType,
    method,
    runs: { base: headFrom, head: runs.length - headFrom },
    samples: sidesOf(runs, headFrom, ({ wholeSamples }) => wholeSamples),
    normalization: inGivenUnits(normalization, periods),
    divisors: { base: divisorOf('base'), head: divisorOf('head') },
    whole,
    thresholds,
    ownThresholds,
    ...seen,
    prior: noise.prior,
    functions,
    factors: runs.map((_, i) => 1 / periods[i] / (i < headFrom ? exposures.base : exposures.head)),
    wholeCost,
    changeOf,
  };
}

function chooseMethod(runs: readonly MeasuredRun[], headFrom: number): ComparisonMethod {
  const sides = [runs.slice(0, headFrom), runs.slice(headFrom)];
  if (sides.some((side) => side.length === 1)) return 'indicative';
  return sides.every(([first, ...others]) => others.every((run) => isSame(first.self, run.self))) ? 'exact' : 'moderated-t';
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => value === b[i]);
}

function functionWord(
  { share, total }: Pick<JudgedFunction, 'share' | 'total'>,
  thresholds: Pick<Thresholds, 'relative' | 'share'>,
  isChanged: boolean,
  tolerance: number,
): VerdictWord {
  const least = Math.max(thresholds.share, thresholds.relative * share.base);
  if (isChanged && Math.abs(share.change) >= least) {
    if (total.base === 0) return 'new';
    if (total.head === 0) return 'gone';
    return share.change > 0 ? 'slower' : 'faster';
  }
  const most = Math.max(least, tolerance);
  return share.high < most && share.low > -most ? 'unchanged' : 'inconclusive';
}

/** Size factors for costs as they were given, not in units of each run's period. */
function inGivenUnits(normalization: Normalization, periods: readonly number[]): Normalization {
  if (normalization.kind !== 'relative') return normalization;
  const { base, head } = normalization.sizeFactors;
  const sizeFactors = {
    base: base.map((factor, i) => factor * periods[i]),
    head: head.map((factor, i) => factor * periods[base.length + i]),
  };
  return { ...normalization, sizeFactors };
}
