import type { TrendChange, TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { ChangePoint } from '@flamestep/diff';
import { type LineJudgement, judgeLine } from './judge-line.ts';
import { isMoved } from './is-moved.ts';
import type { Line, StoredPoint, StoredSeries } from './line.ts';
import { smallestVisible } from './smallest-visible.ts';
import {
  DAY_MS,
  ENOUGH_RESULTS,
  LEAST_RESULTS,
  LEAST_SHARE,
  NEWS_DAYS,
  SILENT_DAYS,
  VISIBLE,
  WORSE_TIMES,
} from './trend-constants.ts';

export interface SeriesSummary {
  readonly summary: TrendSummary;
  /** Functions whose level changed, by hash, the greatest change of cost first. */
  readonly changed: readonly { readonly hash: string; readonly times: number }[];
}

interface JudgedFunction {
  readonly line: Line & { readonly function: NonNullable<Line['function']> };
  readonly judgement: LineJudgement;
  /** Rise of the level, as a share of the whole. */
  readonly rise: number;
}

const MOST_CHANGED = 10;

/**
 * What a series comes to: of the whole where it is measured, and of the functions that changed enough to matter. It takes a while, so
 * that `pause` is called between its parts, to let others have their turn.
 */
export async function summarizeSeries(
  series: StoredSeries,
  lines: readonly Line[],
  now: number,
  pause: () => Promise<void>,
): Promise<SeriesSummary> {
  const whole = lines.find((line) => line.function === undefined && line.points.length > 0);
  const longest =
    whole ??
    lines.reduce<Line | undefined>((most, line) => ((most?.points.length ?? 0) < line.points.length ? line : most), undefined);
  const base = { key: series.key, sampleType: series.sampleType, unit: series.unit, measure: series.measure };
  if (longest === undefined) return { summary: { state: 'no-data', ...base }, changed: [] };

  const judgedWhole = judgeLine(longest.points, now);
  const wholeLevel = whole === undefined ? 1 : (judgedWhole.trend.current?.level ?? 0);
  await pause();
  const functions = await judgeFunctions(lines, wholeLevel, now, pause);
  const changed = functions.map(({ line, judgement }) => ({ hash: line.function.hash, times: judgement.since?.times ?? 1 }));
  const lastAt = longest.points[longest.points.length - 1].time;
  const about = { ...base, lastAt, sparkline: sparkline((whole ?? functions[0]?.line ?? longest).points, now) };

  if (longest.points.length < LEAST_RESULTS) {
    const counted = { results: longest.points.length, resultsNeeded: LEAST_RESULTS };
    return { summary: { state: 'too-few', ...about, ...counted }, changed };
  }
  if (now - Date.parse(lastAt) > SILENT_DAYS * DAY_MS) return { summary: { state: 'silent', ...about }, changed };

  const slower = functions.find(({ judgement }) => judgement.state === 'slower');
  const faster = functions.find(({ judgement }) => judgement.state === 'faster');
  const own = whole === undefined ? undefined : judgedWhole;
  const state = own?.state === 'slower' || slower ? 'slower' : own?.state === 'faster' || faster ? 'faster' : 'usual';
  const cause = state === 'slower' ? slower : state === 'faster' ? faster : undefined;
  const hasWholeChanged = own !== undefined && own.state === state && own.since !== undefined;
  const judged = hasWholeChanged ? own : (cause?.judgement ?? own);
  const since = judged?.since;
  await pause();
  const detectable = whole && smallestVisible(whole.points);
  const isUnseen = state === 'usual' && (whole === undefined || detectable === undefined || detectable > VISIBLE);
  if (isUnseen && longest.points.length < ENOUGH_RESULTS) {
    const counted = { results: longest.points.length, resultsNeeded: ENOUGH_RESULTS };
    return { summary: { state: 'too-few', ...about, ...counted }, changed };
  }
  const level = judged?.trend.current?.level;
  const usual = judged?.trend.usual?.level;
  return {
    summary: {
      state: isUnseen ? 'too-noisy' : state,
      ...about,
      ...(cause && {
        function: { name: cause.line.function.name, file: cause.line.function.file, times: cause.judgement.since?.times ?? 1 },
      }),
      ...(judged && { subject: judged === own ? ('whole' as const) : ('function' as const) }),
      ...(level !== undefined && { level }),
      ...(usual !== undefined && { usual }),
      ...(judged?.change && { change: judged.change }),
      ...(detectable !== undefined && { detectable }),
      ...(since && { since: toChange(since, (judged === own ? longest : (cause?.line ?? longest)).points) }),
      ...(functions.some(({ judgement }) => isWorse(judgement)) || (own !== undefined && isWorse(own)) ? { isWorse: true } : {}),
    },
    changed,
  };
}

async function judgeFunctions(
  lines: readonly Line[],
  wholeLevel: number,
  now: number,
  pause: () => Promise<void>,
): Promise<JudgedFunction[]> {
  const functions: JudgedFunction[] = [];
  for (const line of lines) {
    if (line.function === undefined || line.points.length < LEAST_RESULTS) continue;
    // Levels lie within the values: where those are close together, no change between them can matter.
    if (rangeOf(line.points) < LEAST_SHARE * wholeLevel) continue;
    const judgement = judgeLine(line.points, now);
    await pause();
    if (judgement.since === undefined) continue;
    const rise = (judgement.since.after.level - judgement.since.before.level) / (wholeLevel || 1);
    if (isMoved(line.function, judgement.since, lines)) continue;
    if (Math.abs(rise) >= LEAST_SHARE) functions.push({ line: { ...line, function: line.function }, judgement, rise });
  }
  return functions.sort((a, b) => Math.abs(b.rise) - Math.abs(a.rise)).slice(0, MOST_CHANGED);
}

function rangeOf(points: readonly StoredPoint[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { value } of points) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}

function isWorse({ state, since }: LineJudgement): boolean {
  return state === 'slower' && since !== undefined && since.times >= WORSE_TIMES;
}

/** The change as it is told; the pull request behind it is looked up by the store. */
export function toChange(
  { index, time, commit, times, before, after }: ChangePoint,
  points: readonly StoredPoint[],
): TrendChange {
  const reportId = points[index]?.reportId;
  return { time, commit, times, before: before.level, after: after.level, ...(reportId !== undefined && { reportId }) };
}

function sparkline(points: readonly StoredPoint[], now: number): NonNullable<TrendSummary['sparkline']> {
  return points
    .map(({ time, value }) => [Date.parse(time), Number(value.toPrecision(4))] as const)
    .filter(([time]) => now - time <= NEWS_DAYS * DAY_MS)
    .slice(-NEWS_DAYS);
}
