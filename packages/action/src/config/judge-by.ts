import type { CompareOptions } from '@flamestep/diff';
import type { Config } from './config.ts';

/** How functions are judged: as the file says, but for the least relative change, where the workflow gives one. */
export function judgeBy(
  config: Config | undefined,
  threshold: number | undefined,
): Pick<CompareOptions, 'relative' | 'share' | 'thresholdsOf'> {
  return {
    relative: threshold ?? config?.thresholds.relative,
    share: config?.thresholds.share,
    thresholdsOf: config?.thresholdsOf,
  };
}
