import type {
  Assessment,
  CheckText,
  Effort,
  Evidence,
  Finding,
  Localized,
  MeasureResult,
  PrematurePractice,
  StepScore,
} from '@flamestep/maturity';

/** An assessment with all its words, so that it can be shown without the model. */
export interface ServiceAssessment extends Omit<Assessment, 'steps' | 'findings' | 'premature' | 'evidence'> {
  readonly steps: readonly AssessedStep[];
  readonly findings: readonly AssessedFinding[];
  readonly premature: readonly AssessedPremature[];
  /** What findings rest on, by id. */
  readonly evidence: Readonly<Record<string, AssessedEvidence>>;
}

/** A step, with its name and since when. */
export interface AssessedStep extends StepScore {
  readonly name: Localized;
  /** ISO 8601: since when the service has practised this step, or has passed its gate; absent when neither. */
  readonly reachedAt?: string;
}

/** A finding, with the words of its check. */
export interface AssessedFinding extends Omit<Finding, 'measures'> {
  readonly text: Localized<CheckText>;
  readonly effort: Effort;
  readonly docs: string;
  readonly measures: readonly AssessedMeasure[];
}

/** A comparison, in words. */
export interface AssessedMeasure extends MeasureResult {
  /** Field, value and limit: `change failures 21 %, at most 15 %`. */
  readonly words: Localized;
}

/** A practice begun too early, with the titles of what it needs first. */
export interface AssessedPremature extends PrematurePractice {
  readonly title: Localized;
  /** Titles of `first`. */
  readonly firstTitles: readonly Localized[];
}

/** Evidence, with its name and whether it could be renewed. */
export type AssessedEvidence = Evidence & {
  readonly title: Localized;
  /** ISO 8601: its source has not answered since; this is what it said last. */
  readonly failingSince?: string;
};
