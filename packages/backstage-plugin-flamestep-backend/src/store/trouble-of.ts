/** What makes a service come further up in a list. */
export interface Trouble {
  readonly isSlower: boolean;
  readonly isWorse: boolean;
  readonly premature: number;
  readonly failing: boolean;
  readonly rated: boolean;
  readonly step: number;
}

/** A number to sort by within a tier, the larger the further up: what got slower, what was begun too early, what fails, then the lower steps. */
export function troubleOf({ isSlower, isWorse, premature, failing, rated, step }: Trouble): number {
  const state = (isSlower ? 8 : 0) + (isSlower && isWorse ? 4 : 0) + (premature > 0 ? 2 : 0) + (failing ? 1 : 0);
  return state * 10 + (rated ? 5 - step : 0);
}
