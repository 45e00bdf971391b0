import type { Comparison, FunctionThresholds, NamedFunction } from '@flamestep/diff';
import type { Acknowledge } from '@flamestep/report';
import type { Scope } from './scope.ts';

/** What `.flamestep.yaml` says. */
export interface Config {
  /** In the repository. */
  readonly path: string;
  /** For all functions, as fractions; what is left out keeps its default. */
  readonly thresholds: FunctionThresholds;
  /** Line where `thresholds` stand; 1 where they do not. */
  readonly thresholdsLine: number;
  /** Thresholds of one function; undefined where it has none of its own. */
  readonly thresholdsOf: (named: NamedFunction) => FunctionThresholds | undefined;
  /** Whether the file accepts that a function is slower, or new. Entries that have expired accept nothing. */
  readonly acknowledge: Acknowledge;
  /** Sentences on entries that should be tidied: those that expired, and those that stand for no function that was compared. */
  readonly notesOn: (comparison: Comparison) => readonly string[];
}

export interface ThresholdEntry extends Scope, FunctionThresholds {}

export interface IgnoreEntry extends Scope {
  readonly line: number;
  readonly sampleType: string | undefined;
  readonly reason: string;
  /** The last day on which it holds: `2026-12-31`. */
  readonly until: string;
}
