import type { TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import { formatSigned, formatTimes } from './format-share.ts';
import { formatDay } from './format-time.ts';
import { shortFunction } from './split-function.ts';
import { trendWords, type TrendWords } from './trend-words.ts';

/** A trend for a row of a table: its mark, its word, and a few words more. */
export function shortTrendWords(trend: TrendSummary, now: number): Omit<TrendWords, 'sentence'> & { readonly more: string } {
  const { mark, word } = trendWords(trend);
  return { mark, word, more: moreWords(trend, now) };
}

function moreWords(
  { state, since, change, subject, function: changed, detectable, lastAt, ...rest }: TrendSummary,
  now: number,
): string {
  switch (state) {
    case 'slower':
    case 'faster': {
      const ofFunction = subject === 'function' && changed !== undefined;
      const amount = ofFunction
        ? `${shortFunction(changed.name)} ${formatTimes(changed.times)}`
        : change === undefined
          ? ''
          : `${formatSigned(change.value)} %`;
      return `${amount}${since === undefined ? '' : ` since ${formatDay(since.time, now)}`}`;
    }
    case 'too-noisy':
      return detectable === undefined || detectable >= 1
        ? 'sees no change below 100 %'
        : `sees ${Math.ceil(detectable * 100)} % or more`;
    case 'too-few':
      return `${rest.results ?? 0} of ${rest.resultsNeeded ?? 14} results`;
    case 'silent':
      return lastAt === undefined ? 'no report lately' : `no report since ${formatDay(lastAt, now)}`;
    default:
      return '';
  }
}
