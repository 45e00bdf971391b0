import type { EvidenceKind } from '../evidence/evidence-kind.ts';
import type { Localized } from '../localized.ts';
import type { ServiceKind, ServiceLifecycle, Tier } from '../service/service.ts';
import type { Condition } from './condition.ts';

/** How much work an action is: S up to a day, M some days, L weeks. */
export type Effort = 'S' | 'M' | 'L';

/** The words of a check. */
export interface CheckText {
  /** The good state, as a short sentence. */
  readonly title: string;
  /** Why anyone should care. */
  readonly motivation: string;
  /** What counts as evidence. */
  readonly evidence: string;
  /** What to do when it is not met. */
  readonly remediation: string;
}

/** What a check asks of one kind of service. */
export interface Criterion {
  /** Whether the step's gate stays shut while it is not met. */
  readonly gating: boolean;
  readonly pass: Condition;
}

/** A check id, or several of which one suffices. */
export type Prerequisite = string | { readonly anyOf: readonly string[] };

/** Something that a service on a step does. */
export interface Check {
  /** Kebab-case; it stays when the check moves to another step. */
  readonly id: string;
  /** Number of the step that it belongs to. */
  readonly step: number;
  /** 40, 30, 20 or 10 in the built-in models. */
  readonly weight: number;
  /** A `preview` check is shown and has no weight and no gate; a `deprecated` one is not applicable. */
  readonly lifecycle: 'preview' | 'stable' | 'deprecated';
  /** ISO 8601: a preview until then. */
  readonly enforceFrom?: string;
  readonly exemptible: boolean;
  /** What must be met first. Without it the practice is premature: shown, and not counted. */
  readonly requires: readonly Prerequisite[];
  /** How bad it is to practise this too early. */
  readonly prematureSeverity: 'warning' | 'danger';
  /** By kind of service. A kind that is left out is not applicable. */
  readonly kinds: Readonly<Partial<Record<ServiceKind, Criterion>>>;
  /** Tiers to which it applies; all when left out. */
  readonly tiers?: readonly Tier[];
  /** Lifecycles to which it applies; all when left out. */
  readonly lifecycles?: readonly ServiceLifecycle[];
  readonly effort: Effort;
  /** Where to read on. */
  readonly docs: string;
  readonly text: Localized<CheckText>;
}

/** A step of the model, with the gate behind which the next one lies. */
export interface Step {
  /** From 0, in order. */
  readonly id: number;
  readonly name: Localized;
  /** The lower score bound that opens the gate. */
  readonly gateThreshold: number;
  /** Fewer applicable checks than this keep the gate shut: nobody gets past a step that asks nothing. */
  readonly minApplicable: number;
  /** Days that the gate must have been open before it counts as climbed. */
  readonly sustainDays: number;
}

/** A maturity model. Data only. */
export interface Model {
  readonly id: string;
  /** Semantic version: patch is wording, minor is new preview or non-gating checks, major is gates, thresholds and kinds. */
  readonly version: string;
  /** Kinds of services that it judges. */
  readonly kinds: readonly ServiceKind[];
  readonly steps: readonly Step[];
  readonly checks: readonly Check[];
  readonly evidence: Readonly<Record<string, EvidenceKind>>;
  /** A step that is lost is kept for so many days or evaluations in a row, whichever ends first. */
  readonly demoteAfter: { readonly days: number; readonly evaluations: number };
  /** The share of a step's weight that exemptions may take; above it the gate is refused. */
  readonly exemptionCap: number;
  /** False when an override made a built-in gate easier: its steps cannot be compared with those of others. */
  readonly comparable: boolean;
}
