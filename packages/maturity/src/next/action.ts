import type { Localized } from '../localized.ts';
import type { Effort } from '../model/model.ts';

/**
 * One thing to do; it may settle several checks.
 * - `pause`: stop a dangerous practice until what it needs is there
 * - `connect`: tell flamestep where to ask
 * - `authorise`: give it access again
 * - `repair`: a source fails
 * - `fix`: do what the check asks for
 */
export interface Action {
  /** Stable: `connect-prometheus`, `fix-emits-logs`. */
  readonly id: string;
  readonly kind: 'pause' | 'connect' | 'authorise' | 'repair' | 'fix';
  readonly title: Localized;
  readonly text: Localized;
  readonly effort: Effort;
  /** Checks of the gate's step that it works on. */
  readonly checks: readonly string[];
  /** How far it raises the lower bound of the step's score if it works out: 0 to 1. */
  readonly gain: number;
  /** It alone would open the gate. */
  readonly opensGate: boolean;
  /** The higher, the sooner to be done; compares actions of one service. */
  readonly priority: number;
  readonly docs?: string;
}

/** The least work that opens a gate, supposing that it works out. */
export interface CheapestSet {
  /** The step whose gate it is. */
  readonly step: number;
  readonly actions: readonly Action[];
  /** Sum of the efforts, S = 1, M = 3, L = 8. */
  readonly cost: number;
  /** The lower bound of the step's score afterwards. */
  readonly low: number;
  /** False when work cannot open it: exemptions took too much, or too few checks apply. */
  readonly opens: boolean;
}
