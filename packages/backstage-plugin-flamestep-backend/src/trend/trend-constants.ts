export const DAY_MS = 86_400_000;
/** A change counts as news for so long. */
export const NEWS_DAYS = 90;
/** Without a report for so long, nothing is known. */
export const SILENT_DAYS = 14;
/** Results that a usual level takes, as `trend` of the judgement wants it. */
export const LEAST_RESULTS = 5;
/** A change of this part must have been visible for a level to be called usual. */
export const VISIBLE = 0.05;
/** The line past which a cost is worse than usual. */
export const WORSE_TIMES = 1.5;
/** A function counts from this part of the whole on. */
export const LEAST_SHARE = 0.005;
