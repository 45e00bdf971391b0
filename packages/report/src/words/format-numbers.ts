import type { Change } from '@flamestep/diff';
import { formatPercents, formatPoints, formatValue } from '@flamestep/flamegraph';

/** A value with its unit, scaled: `1.30 ms`. */
export function formatCost(value: number, unit: string): string {
  return plain(formatValue(value, UNIT.test(unit) ? unit : ''));
}

/** Units come from outside and stand in every renderer: one with anything but letters is not worth its escaping. */
const UNIT = /^\p{L}[\p{L} %/]{0,19}$/u;

/** Both sides, the unit once where it is the same: `1.30 → 3.23 ms`. */
export function formatCosts(base: number, head: number, unit: string): string {
  const before = formatCost(base, unit);
  const after = formatCost(head, unit);
  const shared = after.slice(after.lastIndexOf(' '));
  const same = after.includes(' ') && before.endsWith(shared);
  return `${same ? before.slice(0, -shared.length) : before} → ${after}`;
}

/** A share of the whole: `2.7 %`. */
export function formatShare(share: number): string {
  const [, head] = plain(formatPercents(0, share)).split(' → ');
  return head;
}

/** A change with its interval. */
export interface ChangeText {
  readonly value: string;
  /** `+2.2 to +5.4`, or `exact` where there is no spread. */
  readonly interval: string;
}

/** A difference of shares: `+3.8 points`, `+2.2 to +5.4`. */
export function formatPointsChange(share: Change): ChangeText {
  return {
    value: formatPointsOf(share.change),
    interval: interval(share, (points) => formatPointsOf(points).replace(' points', '')),
  };
}

/** Points with their sign; `unsigned` for a size. */
export function formatPointsOf(difference: number): string {
  return plain(formatPoints(difference)).replace('+<', '<+').replace('−<', '>−');
}

/** A size in points, without sign: `2.1 points`. */
export function formatPointsSize(size: number): string {
  return formatPointsOf(Math.abs(size)).replace('+', '');
}

/** A change as a part of what it was: `+4.1 %`, `−3.3 to +11.7`; undefined where there was nothing. */
export function formatRelativeChange(change: Change): ChangeText | undefined {
  if (change.base <= 0) return undefined;
  const relative = {
    ...change,
    change: change.change / change.base,
    low: change.low / change.base,
    high: change.high / change.base,
  };
  const percent = (part: number) => formatPointsOf(part).replace(' points', '');
  return { value: `${percent(relative.change)} %`, interval: interval(relative, percent) };
}

/** `1,427`. */
export function formatCount(count: number): string {
  return formatCost(Math.round(count), 'count');
}

function interval({ change, low, high }: Pick<Change, 'change' | 'low' | 'high'>, format: (value: number) => string): string {
  return low === change && high === change ? 'exact' : `${format(low)} to ${format(high)}`;
}

/** A no-break space is good in a page and bad in text that is searched and copied. */
function plain(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}
