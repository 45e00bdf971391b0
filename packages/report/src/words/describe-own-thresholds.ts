import type { ProfileReport } from '../model/report.ts';
import { formatPointsSize } from './format-numbers.ts';
import type { Phrase } from './phrase.ts';

/** Functions that are named. */
const NAMED = 5;

/** Which functions are judged by least changes of their own, and by which; undefined where none is. */
export function describeOwnThresholds({ functions }: ProfileReport): Phrase | undefined {
  const own = functions.flatMap(({ name, thresholds }) => (thresholds === undefined ? [] : [{ name, ...thresholds }]));
  if (own.length === 0) return undefined;
  const named = own
    .slice(0, NAMED)
    .flatMap(
      ({ name, share, relative }, i): Phrase => [
        i === 0 ? '' : ', ',
        { code: name },
        ` ${describeThresholds({ share, relative })}`,
      ],
    );
  return ['Thresholds of their own: ', ...named, own.length > NAMED ? `, and ${own.length - NAMED} more.` : '.'];
}

/** `0.5 points and 10 %`. */
export function describeThresholds({ share, relative }: Pick<ProfileReport['thresholds'], 'share' | 'relative'>): string {
  return `${formatPointsSize(share)} and ${Math.round(relative * 1000) / 10} %`;
}
