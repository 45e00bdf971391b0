import { trend, type ChangePoint, type Trend } from '@flamestep/diff';
import type { StoredPoint } from './line.ts';
import { DAY_MS, LEAST_RESULTS, NEWS_DAYS } from './trend-constants.ts';

export interface LineJudgement {
  readonly trend: Trend;
  readonly state: 'slower' | 'faster' | 'usual' | 'too-few';
  /** Of `slower` and `faster`: the change that made it so. */
  readonly since?: ChangePoint;
  /** Relative, with its 95 % interval. */
  readonly change?: { readonly value: number; readonly low: number; readonly high: number };
}

/** Levels this close to where they were have come back. */
const SAME = 0.02;

/** Says what became of one cost in the last 90 days. */
export function judgeLine(points: readonly StoredPoint[], now: number): LineJudgement {
  const found = trend(points);
  if (points.length < LEAST_RESULTS) return { trend: found, state: 'too-few' };
  const news = found.changes.filter(({ time }) => now - Date.parse(time) <= NEWS_DAYS * DAY_MS);
  const last = news.at(-1);
  if (last === undefined || hasComeBack(news)) return { trend: found, state: 'usual' };
  return { trend: found, state: last.times > 1 ? 'slower' : 'faster', since: last, change: changeOf(found) };
}

function hasComeBack(news: readonly ChangePoint[]): boolean {
  const [first, last] = [news[0], news[news.length - 1]];
  return news.length > 1 && Math.abs(last.after.level / first.before.level - 1) <= SAME;
}

/** Of the last change, from the spreads of the stretches beside it; a median's error is 1.2533 times that of a mean. */
function changeOf({ segments, changes }: Trend): NonNullable<LineJudgement['change']> {
  const { before, after } = changes[changes.length - 1];
  const [from, to] = segments.slice(-2).map((segment) => segment.to - segment.from + 1);
  const error = 1.2533 * Math.sqrt(before.spread ** 2 / from + after.spread ** 2 / to);
  const [value, margin] = [after.level / before.level - 1, (1.96 * error) / before.level];
  return { value, low: value - margin, high: value + margin };
}
