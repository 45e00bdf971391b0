import type { Profile } from '@flamestep/pprof';
import { checkOptions } from './check-options.ts';
import type { CompareOptions } from './compare-options.ts';
import type { Comparison, Normalization, SampleTypeComparison } from './comparison.ts';
import { describeComparison } from './findings/describe-comparison.ts';
import { entityThresholds } from './judge/entity-thresholds.ts';
import { judgeSampleType } from './judge/judge-sample-type.ts';
import { matchFunctions } from './match/match-functions.ts';
import { measureRun } from './measure/measure-run.ts';
import { commonTypes } from './measure/sample-types.ts';
import { compareRuns } from './order-runs.ts';
import type { OrderedRun } from './order-runs.ts';
import { runStacks } from './stacks/run-stacks.ts';

/** What is compared: the runs of both sides, one or more each. */
export interface CompareInput {
  readonly base: readonly Profile[];
  readonly head: readonly Profile[];
  readonly options?: CompareOptions;
}

/**
 * Which functions really became slower or faster. Runs are profiles of the same work; several runs a side are needed for a verdict, with one
 * it is only indicative. The order of the runs does not matter, and the same input gives the same answer.
 *
 * Throws a `DiffError` for a side without runs, for sides that share no sample type, for negative values and for options that do not fit.
 */
export function compare({ base, head, options = {} }: CompareInput): Comparison {
  const thresholds = checkOptions(base, head, options);
  const profiles = [...base, ...head];
  const headFrom = base.length;
  const { types, notes } = commonTypes(profiles, headFrom, options.sampleTypes);
  const matching = matchFunctions(profiles, headFrom);
  const ownThresholds = entityThresholds(matching, thresholds, options.thresholdsOf);
  const operations = options.operations && [...options.operations.base, ...options.operations.head];
  const measured = profiles.map((profile, run): OrderedRun => {
    const where = run < headFrom ? `run ${run + 1} of base` : `run ${run - headFrom + 1} of head`;
    const columns = types.map(({ columns }) => columns[run]);
    const stacks = runStacks(profile, matching.entityOf[run], matching.unknown);
    const costs = measureRun(stacks, matching.length, columns, where);
    return { given: run, stacks, measured: costs, operations: operations?.[run] ?? 1 };
  });
  const runs = inOrder(measured, headFrom, options.paired === true);

  const described = types.map(({ sampleType, columns }, type) => {
    const judgement = judgeSampleType({
      sampleType,
      runs: runs.map((run) => run.measured[type]),
      headFrom,
      operations: operations && Float64Array.from(runs, (run) => run.operations),
      normalization: options.normalization,
      paired: options.paired,
      thresholds,
      ownThresholds,
      prior: options.priors?.[sampleType.type],
    });
    const weighed = runs.map(({ given, stacks }, i) => ({
      stacks,
      values: profiles[given].samples.values[columns[given]],
      factor: judgement.factors[i],
      isHead: i >= headFrom,
    }));
    const entityOf = runs.map(({ given }) => matching.entityOf[given]);
    return describeComparison({ judgement, matching, runs: weighed, entityOf, changedLines: options.changedLines });
  });
  return {
    profiles: described.map(({ profile }) => asGiven(profile, runs, headFrom)),
    notes: [...notes, ...described.flatMap((each) => each.notes)],
  };
}

/** The runs of each side in an order of their own; pairs stay pairs. */
function inOrder(runs: readonly OrderedRun[], headFrom: number, paired: boolean): OrderedRun[] {
  const bases = runs.slice(0, headFrom);
  const heads = runs.slice(headFrom);
  if (!paired) return [...bases.sort(compareRuns), ...heads.sort(compareRuns)];
  const pairs = bases.map((base, i) => ({ base, head: heads[i] }));
  pairs.sort((a, b) => compareRuns(a.base, b.base) || compareRuns(a.head, b.head));
  return [...pairs.map(({ base }) => base), ...pairs.map(({ head }) => head)];
}

/** Puts the size factors, which are by run, into the order of the runs given. */
function asGiven(profile: SampleTypeComparison, runs: readonly OrderedRun[], headFrom: number): SampleTypeComparison {
  const { normalization } = profile;
  if (normalization.kind !== 'relative') return profile;
  const ordered = [...normalization.sizeFactors.base, ...normalization.sizeFactors.head];
  const factors = new Array<number>(ordered.length);
  runs.forEach(({ given }, i) => {
    factors[given] = ordered[i];
  });
  const sizeFactors = { base: factors.slice(0, headFrom), head: factors.slice(headFrom) };
  return { ...profile, normalization: { ...normalization, sizeFactors } satisfies Normalization };
}
