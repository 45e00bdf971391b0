import type { Evidence } from './evidence/evidence.ts';
import type { Finding } from './evaluate/finding.ts';
import type { ExemptionState } from './evaluate/judge-exemptions.ts';
import type { Action, CheapestSet } from './next/action.ts';
import type { Waiting } from './score/climb.ts';
import type { StepScore } from './score/step-score.ts';
import type { ServiceKind, ServiceLifecycle, Tier } from './service/service.ts';

/** A practice begun before what it needs. Nothing is subtracted for it. */
export interface PrematurePractice {
  readonly check: string;
  /** `danger` can harm users; `warning` makes everybody unhappy; `info`: whether it is too early is not known yet. */
  readonly severity: 'info' | 'warning' | 'danger';
  /** Checks to meet first; of alternatives all are named. */
  readonly first: readonly string[];
  /** The credit, of 1, that counts as soon as they are met. */
  readonly banked: number;
}

/** Where a service stands, why, and what is next. The JSON of it is the public form. */
export interface Assessment {
  readonly apiVersion: 'flamestep.io/v1';
  readonly service: {
    readonly name: string;
    readonly kind: ServiceKind;
    readonly tier: Tier;
    readonly lifecycle: ServiceLifecycle;
  };
  readonly model: { readonly id: string; readonly version: string; readonly digest: string; readonly comparable: boolean };
  /** ISO 8601. */
  readonly at: string;
  /** The step that is practised: as many as gates were passed in a row, and never past the last. Meaningless unless `rated`. */
  readonly step: number;
  /** False when nothing was observed: say "not rated yet", never a score. */
  readonly rated: boolean;
  /** ISO 8601: since when anything was ever observed. */
  readonly ratedSince?: string;
  /** The last step whose gate counts as passed; -1 for none. */
  readonly completed: number;
  /** Weight of what was observed, of all that applies: 0 to 1. */
  readonly confidence: number;
  readonly steps: readonly StepScore[];
  /** A change of step under way. */
  readonly waiting?: Waiting;
  /** One of each check, in the order of the model. */
  readonly findings: readonly Finding[];
  readonly premature: readonly PrematurePractice[];
  /** At most three, the most worthwhile first. Empty when every gate is open and nothing is dangerous. */
  readonly next: readonly Action[];
  /** The least work that opens the next gate; undefined when every gate is open. */
  readonly cheapest?: CheapestSet;
  readonly exemptions: readonly ExemptionState[];
  /** The evidence that findings rest on, by id: query, source, age. */
  readonly evidence: Readonly<Record<string, Evidence>>;
}
