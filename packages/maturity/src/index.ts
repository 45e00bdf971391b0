/**
 * Which of five observability steps a service is on, why, and what to do next: scored from evidence, without network, files or clock.
 *
 * @packageDocumentation
 */

export type { Assessment, PrematurePractice } from './assessment.ts';
export { type AssessOptions, assess } from './assess.ts';
export { BUILT_IN_KINDS, type BuiltInKind } from './evidence/built-in-kinds.ts';
export type {
  Basis,
  Evidence,
  EvidenceBase,
  EvidenceSource,
  FoundEvidence,
  UnavailableEvidence,
  UnknownReason,
} from './evidence/evidence.ts';
export type { Combine, EvidenceField, EvidenceKind, FieldUnit } from './evidence/evidence-kind.ts';
export { readEvidence } from './evidence/read-evidence.ts';
export type { Finding, Outcome } from './evaluate/finding.ts';
export type { ExemptionRefusal, ExemptionState } from './evaluate/judge-exemptions.ts';
export type { Credit, Judgement, MeasureResult, State } from './evaluate/judgement.ts';
export { type RollUp, type RollUpOptions, type FailingCheck, type TierDistribution, rollUp } from './fleet/roll-up.ts';
export {
  type AssessmentChange,
  type ChangeCause,
  type CheckChange,
  compareAssessments,
  type StepChange,
} from './history/compare-assessments.ts';
export type { Locale, Localized } from './localized.ts';
export { isMaturityError, type ManifestProblem, MaturityError, type MaturityErrorCode } from './maturity-error.ts';
export { builtInModel, libraryModel } from './model/built-in-model.ts';
export type { Combination, Condition, Limit, Measure } from './model/condition.ts';
export type { Check, CheckText, Criterion, Effort, Model, Prerequisite, Step } from './model/model.ts';
export { modelDigest } from './model/model-digest.ts';
export { modelForKind } from './model/model-for-kind.ts';
export type { Action, CheapestSet } from './next/action.ts';
export type { Climb, Waiting } from './score/climb.ts';
export type { GateBlocker, StepScore } from './score/step-score.ts';
export type { Exemption, ExemptionCategory } from './service/exemption.ts';
export type { Service, ServiceKind, ServiceLifecycle, Tier } from './service/service.ts';
export { type Change, simulate } from './simulate.ts';
export { modelSchema } from './model/model-schema.ts';
export { readModel } from './model/read-model.ts';
export { readService } from './service/read-service.ts';
export type { NormalRange, ServiceManifest, SourceBinding } from './service/service-manifest.ts';
export { serviceSchema } from './service/service-schema.ts';
export type { Schema } from './yaml/schema.ts';
export { describeMeasure } from './words/describe-measure.ts';
export { describeRequirement } from './words/describe-requirement.ts';
