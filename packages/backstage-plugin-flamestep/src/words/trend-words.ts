import type { TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { MarkName } from '../parts/mark.tsx';
import { formatAmount } from './format-amount.ts';
import { formatChange, formatTimes } from './format-share.ts';
import { formatDay } from './format-time.ts';
import { shortFunction } from './split-function.ts';

/** A trend in a mark, its word and a sentence. */
export interface TrendWords {
  readonly mark: MarkName;
  readonly word: string;
  readonly sentence: string;
}

/** What a trend comes to. Missing results are said, and never read as "not slower". */
export function trendWords(trend: TrendSummary): TrendWords {
  switch (trend.state) {
    case 'slower':
    case 'faster':
      return { mark: trend.state, word: trend.state === 'slower' ? 'Slower' : 'Faster', sentence: changeSentence(trend) };
    case 'usual':
      return { mark: 'same', word: 'Usual', sentence: `no change${detectable(trend)} found in 90 days.` };
    case 'too-noisy':
      return {
        mark: 'noise',
        word: 'Too noisy',
        sentence: `to tell: only a change of ${Math.ceil((trend.detectable ?? 1) * 100)} % or more would have been seen.`,
      };
    case 'too-few':
      return {
        mark: 'noise',
        word: 'Inconclusive',
        sentence: `${trend.results ?? 0} of ${trend.resultsNeeded ?? 14} results that a usual level takes. Whether it got slower is not known.`,
      };
    case 'silent':
      return {
        mark: 'unknown',
        word: 'Unknown',
        sentence: `No report since ${trend.lastAt === undefined ? 'long ago' : formatDay(trend.lastAt)}. Whether it got slower is not known.`,
      };
    case 'no-data':
      return {
        mark: 'unknown',
        word: 'No data yet',
        sentence: 'The trend starts with the first report from the main branch. Whether it got slower is not known.',
      };
  }
}

function changeSentence({ since, change, usual, unit, function: changed, subject }: TrendSummary): string {
  const day = since === undefined ? '' : ` since ${formatDay(since.time)}`;
  const name =
    subject === 'function' && changed !== undefined ? `${shortFunction(changed.name)} ${formatTimes(changed.times)}` : '';
  const amount = change === undefined ? '' : ` ${formatChange(change)}`;
  const base = usual === undefined || unit === undefined ? '' : ` on the usual ${formatAmount(usual, unit)}`;
  return `${day.trim()}: ${name === '' ? amount.trim() : `${name},${amount}`}${base}.`;
}

function detectable({ detectable: share }: TrendSummary): string {
  return share === undefined ? '' : ` of ${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })} % or more`;
}
