/** A limit: a number, or one that depends on the tier or that the service states for itself. */
export type Limit =
  | number
  | {
      readonly default: number;
      /** By tier, instead of the default. */
      readonly tiers?: Readonly<Record<string, number>>;
      /** Name in `Service.limits`: what the service calls normal. */
      readonly service?: string;
      /** The most lenient value that the service may state. Needed with `service`. */
      readonly loosest?: number;
    };

/** One comparison of one field of one kind of evidence. Exactly one of `atLeast`, `atMost` and `is` is given. */
export interface Measure {
  /** Id of the evidence kind. */
  readonly evidence: string;
  readonly field: string;
  /** In the unit of the field. */
  readonly atLeast?: Limit;
  /** In the unit of the field. */
  readonly atMost?: Limit;
  readonly is?: boolean;
  /** Fewer samples than this are `low-n`. */
  readonly minSamples?: number;
}

/** At least `least` of the parts must be met. */
export interface Combination {
  /** How many; the number of parts for all, 1 for any. */
  readonly least: number;
  readonly of: readonly Condition[];
}

/** What must hold. Data, not code: so that it can be shown, checked, and compared with what an override makes of it. */
export type Condition = Measure | Combination;
