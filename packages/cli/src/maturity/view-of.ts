import type { Assessment, Check, Locale, Model } from '@flamestep/maturity';
import type { Paint } from '@flamestep/report';

/** Everything that the texts of an assessment are made from. */
export interface View {
  readonly assessment: Assessment;
  readonly model: Model;
  readonly checks: ReadonlyMap<string, Check>;
  /** What was supposed, by `--simulate`, and how it is without. */
  readonly simulated?: { readonly changes: readonly string[]; readonly before: Assessment } | undefined;
  readonly locale: Locale;
  /** Milliseconds since 1970: now. */
  readonly now: number;
}

/** A {@link View} for a terminal. */
export interface TerminalView extends View {
  readonly paint: Paint;
  readonly width: number;
}

/** The title of a check, in the language asked for. */
export function titleOf({ checks, locale }: View, id: string): string {
  return checks.get(id)?.text[locale].title ?? id;
}
