import type { ProfileReport, ReportFunction } from '../model/report.ts';
import { formatPointsChange, formatPointsOf } from '../words/format-numbers.ts';

/** The axis that all ranges of a table share, in shares. */
export interface RangeAxis {
  readonly from: number;
  readonly to: number;
}

const WIDTH = 150;
/** Room for marks at both ends. */
const EDGE = 6;

/** Holds all intervals, the noise band and 0, with ends at round numbers of points. */
export function rangeAxis({ noiseFloor }: ProfileReport, rows: readonly ReportFunction[]): RangeAxis {
  const ends = rows.flatMap(({ share }) => [share.low, share.high, share.change]);
  const from = Math.min(0, -noiseFloor, ...ends);
  const to = Math.max(0, noiseFloor, ...ends);
  const size = Math.max(to - from, 1e-5);
  const step = [1, 2, 5, 10].map((one) => one * 10 ** Math.floor(Math.log10(size / 2))).find((one) => size / one <= 8) ?? size;
  return { from: Math.floor(from / step) * step, to: Math.ceil(to / step) * step };
}

/** The head of the column: both ends of the axis, and 0 between them. */
export function axisLabels(axis: RangeAxis): string {
  const zero = position(0, axis);
  const number = (share: number) => formatPointsOf(share).replace(' points', '').replace(/\.0$/, '');
  const text = (x: number, anchor: string, label: string) => `<text x="${x}" y="11" text-anchor="${anchor}">${label}</text>`;
  return `<svg class="axis" viewBox="0 0 ${WIDTH} 14" width="${WIDTH}" height="14" aria-hidden="true">${[
    axis.from < 0 ? text(0, 'start', number(axis.from)) : '',
    zero > 26 && zero < WIDTH - 70 ? text(zero, 'middle', '0') : '',
    text(WIDTH, 'end', `${number(axis.to)} points`),
  ].join('')}</svg>`;
}

/** One interval: a filled diamond where it was found, a hollow circle where not, over the band of what is noise here. */
export function rangeBar({ noiseFloor }: ProfileReport, row: ReportFunction, axis: RangeAxis, found: boolean): string {
  const { share } = row;
  const [low, at, high, zero] = [share.low, share.change, share.high, 0].map((value) => position(value, axis));
  const tone = !found || row.verdict === 'moved' ? 'noise' : share.change > 0 ? 'slower' : 'faster';
  const bandFrom = position(-noiseFloor, axis);
  const bandWidth = position(noiseFloor, axis) - bandFrom;
  const change = formatPointsChange(share);
  const label =
    change.interval === 'exact' ? change.value : `${change.value}, between ${change.interval.replace(' to ', ' and ')}`;
  const mark = found
    ? `<rect class="mark" x="${round(at - 4)}" y="7" width="8" height="8" transform="rotate(45 ${at} 11)"/>`
    : `<circle class="mark" cx="${at}" cy="11" r="3.6"/>`;
  return `<svg class="range ${tone}" viewBox="0 0 ${WIDTH} 22" width="${WIDTH}" height="22" role="img" aria-label="${label}">${
    noiseFloor > 0 ? `<rect class="band" x="${bandFrom}" y="3" width="${round(bandWidth)}" height="16"/>` : ''
  }<path class="zero" d="M${zero} 1V21"/>${
    high > low ? `<path class="span" d="M${low} 11H${high}M${low} 7V15M${high} 7V15"/>` : ''
  }${mark}</svg>`;
}

function position(share: number, { from, to }: RangeAxis): number {
  const part = Math.min(1, Math.max(0, (share - from) / (to - from)));
  return round(EDGE + part * (WIDTH - 2 * EDGE));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
