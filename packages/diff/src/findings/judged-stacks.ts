import type { ChangedLines } from '../compare-options.ts';
import type { Judgement } from '../judge/judgement.ts';
import type { FunctionMatching } from '../match/match-functions.ts';
import type { WeighedRun } from '../stacks/weighed-run.ts';

/** A judged sample type and the stacks behind it. */
export interface JudgedStacks {
  readonly judgement: Judgement;
  readonly matching: FunctionMatching;
  /** Base's runs, then head's. */
  readonly runs: readonly WeighedRun[];
  /** For each run: function index -> entity. */
  readonly entityOf: readonly Int32Array[];
  readonly changedLines: readonly ChangedLines[] | undefined;
}
