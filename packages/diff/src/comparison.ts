import type { ValueType } from '@flamestep/pprof';
import type { NoisePrior } from './noise-prior.ts';

/** What is said of a function, or of a whole sample type. */
export type VerdictWord = 'slower' | 'faster' | 'new' | 'gone' | 'moved' | 'unchanged' | 'inconclusive';

/** With one run on a side nothing is certain, and the word says so. An indicative verdict is no finding and fails no build. */
export type Verdict = VerdictWord | `indicative ${VerdictWord}`;

/** The judgement over all sample types that both sides have. Plain data: it can be written as JSON and read again. */
export interface Comparison {
  readonly profiles: readonly SampleTypeComparison[];
  /** What the reader should know: sample types that one side lacks, runs that were left out, and why. Sentences. */
  readonly notes: readonly string[];
}

/**
 * One sample type. Costs are in the unit of `sampleType`, per operation or per run as `normalization` says, the mean
 * over the runs of a side. Shares are fractions of the base's whole, on both sides, so that a function that grows does not make
 * the others look smaller.
 */
export interface SampleTypeComparison {
  readonly sampleType: ValueType;
  /**
   * The worst that was found: `slower` where a function got slower or a costly one is new, else `faster`, else `moved`;
   * `inconclusive` where too little was measured to see a change that is to be visible, `unchanged` otherwise.
   */
  readonly verdict: Verdict;
  readonly method: ComparisonMethod;
  readonly runs: Sides;
  /** Samples taken, all runs together; of sampled allocations the number of allocations that were sampled. */
  readonly samples: Sides;
  readonly normalization: Normalization;
  /**
   * What a cost that is summed over all runs of a side is divided by to be in the measure of `functions`: with it, trees of all runs
   * and rows of functions say the same.
   */
  readonly divisors: Sides;
  /** The cost of everything. */
  readonly whole: WholeChange;
  /** A change must pass all of these to be a finding, except where a function has thresholds of its own. */
  readonly thresholds: Thresholds;
  /** The share within which nearly all functions of two identical programs would have stayed here; 0 where costs are exact. */
  readonly noiseFloor: number;
  /**
   * The smallest rise of one function's own cost, as a share, that would have been found here four times in five; 0 where exact. Of a
   * function of middling size: the one in which the middle sample lies when functions are ordered by size. So is `noiseFloor`.
   */
  readonly smallestDetectable: number;
  /** How many runs a side would find a change of the share that is to be visible, where that is more than there were. */
  readonly runsNeeded?: number;
  /**
   * How many functions have which verdict; all seven words. A change that may only be the side effect of a greater one is `inconclusive`
   * and named in the notes; functions between which a cost moved are one.
   */
  readonly counts: Readonly<Record<VerdictWord, number>>;
  /** Every function above a negligible cost, the greatest change first. */
  readonly functions: readonly FunctionComparison[];
  /** Those of `functions` whose verdict is `slower`, `faster`, `new`, `gone` or `moved`, one for each cause. */
  readonly findings: readonly FunctionComparison[];
  /** With one run on a side: those that look changed. Never findings. */
  readonly indications: readonly FunctionComparison[];
  /** The spread of counts as this comparison leaves it, to be passed to the next. */
  readonly prior: NoisePrior;
}

/** `exact`: the runs of a side agree, so values are compared as they are. `moderated-t`: several runs a side. `indicative`: one run on a side. */
export type ComparisonMethod = 'exact' | 'moderated-t' | 'indicative';

/** A number for each side; its unit is that of what holds it. */
export interface Sides {
  /** Before the change. */
  readonly base: number;
  /** After the change. */
  readonly head: number;
}

/** How costs of unequal runs were made comparable. */
export type Normalization =
  /** Divided by the number of operations of each run. */
  | { readonly kind: 'per-operation'; readonly operations: Sides; readonly reason: string }
  /** The work of every run is the same. */
  | { readonly kind: 'absolute'; readonly reason: string }
  /** By size factors from the functions that did not change. A uniform slowdown cannot be seen this way. */
  | { readonly kind: 'relative'; readonly sizeFactors: SizeFactors; readonly reason: string };

/** One factor a run, in the order of the runs given; costs are divided by it. */
export interface SizeFactors {
  /** Of the base runs, about 1. */
  readonly base: readonly number[];
  /** Of the head runs, about 1. */
  readonly head: readonly number[];
}

/** What a change must come up to, all of it, to be named. */
export interface Thresholds {
  /** Least change of the function's own cost, as a fraction of it: 0.1. */
  readonly relative: number;
  /** Least change as a share of the base's whole: 0.005. */
  readonly share: number;
  /** Level of the test after correction for the number of functions: 0.01. */
  readonly level: number;
  /** A comparison that could not have seen a change of this share of the whole in one function is `inconclusive` where it finds nothing: 0.04. */
  readonly visible: number;
}

/** A change with its 95 % interval; `low` and `high` are equal to `change` where costs are exact. */
export interface Change extends Sides {
  /** Head less base. */
  readonly change: number;
  /** Lower end of the 95 % interval. */
  readonly low: number;
  /** Upper end of the 95 % interval. */
  readonly high: number;
}

/** The cost of everything. */
export interface WholeChange extends Change {
  /** `slower`, `faster`, `unchanged` or `inconclusive`; under relative normalisation always `inconclusive`. */
  readonly verdict: Verdict;
}

/** One function, matched between the sides. The numbers are its own cost. */
export interface FunctionComparison extends Change {
  /** As the head shows it; as the base shows it when it is gone. */
  readonly name: string;
  /** Source file, `''` when unknown. */
  readonly file: string;
  /** Line where the function begins, 0 when unknown. */
  readonly startLine: number;
  readonly verdict: Verdict;
  /** The same numbers as shares of the base's whole. */
  readonly share: Change;
  /** After correction; absent where nothing was tested (exact costs, functions below the least share). */
  readonly p?: number;
  /** Where the least changes of this function are not those of {@link SampleTypeComparison.thresholds}. */
  readonly thresholds?: Pick<Thresholds, 'relative' | 'share'>;
  readonly samples: Sides;
  /** With all it called; recursion counts once. */
  readonly total: Change;
  /** Where the samples of the head (of the base when gone) hit most often: the source line. */
  readonly hotLine?: number;
  /** The cost came from here, or went there: `moved` only. */
  readonly moved?: MovedCost;
  /** Findings and indications: callers down to this function, the way that carries most of the change. */
  readonly path?: readonly PathStep[];
  /** Findings and indications: how the changed lines given touch it. */
  readonly touched?: readonly Touch[];
}

/** A cost that changed its place. */
export interface MovedCost {
  readonly kind: 'renamed' | 'inlined' | 'split' | 'moved-file' | 'shifted';
  /** Names in the base, then in the head. One of each for a rename. */
  readonly from: readonly MovedFunction[];
  readonly to: readonly MovedFunction[];
}

/** A function between which and others a cost moved. */
export interface MovedFunction {
  readonly name: string;
  readonly file: string;
}

/** A function on the way from the root; its cost with all it called on this way. */
export interface PathStep extends Sides {
  readonly name: string;
  readonly file: string;
  /** The line of the call to the next step, or the hot line of the last; 0 when unknown. */
  readonly line: number;
}

/** A function of a finding's path, or the finding itself, stands in a file of the change. */
export interface Touch {
  /** As the list of changed files has it. */
  readonly file: string;
  /** The touched line, 0 when only the file is known to have changed. */
  readonly line: number;
  /** The function there: the finding itself, or one of its callers. */
  readonly name: string;
  readonly role: 'itself' | 'caller';
}
