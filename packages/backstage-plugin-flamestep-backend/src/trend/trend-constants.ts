export const DAY_MS = 86_400_000;
/** A change counts as news for so long. */
export const NEWS_DAYS = 90;
/** Without a report for so long, nothing is known. */
export const SILENT_DAYS = 14;
/** Results that a usual level takes: among fewer, no change is told from a run of luck, however quiet they are. */
export const LEAST_RESULTS = 8;
/** From so many results on, what cannot be seen is hidden by noise; before, more results may still show it. */
export const ENOUGH_RESULTS = 14;
/** A change of this part must have been visible for a level to be called usual. */
export const VISIBLE = 0.05;
/** The line past which a cost is worse than usual. */
export const WORSE_TIMES = 1.5;
/** A function counts from this part of the whole on. */
export const LEAST_SHARE = 0.005;
