import { DAY_MS } from '../day-ms.ts';
import { objectAt, textAt, listAt } from '../http/answer.ts';
import { meets, type MatchOperator, type Matcher } from '../promql/selector.ts';

const LONG_MS = 30 * DAY_MS;
type Labels = Readonly<Record<string, string>>;

/**
 * Active silences that last, or have lasted, longer than 30 days and concern the service: they name it, or they hold for every
 * page. One of a single alert that names no service is left to whoever made it.
 */
export function countLongSilences(silences: readonly unknown[], service: Labels, pages: readonly Labels[], now: number): number {
  return silences.filter((silence) => {
    if (textAt(silence, 'status', 'state') !== 'active') return false;
    const [from, to] = [textAt(silence, 'startsAt'), textAt(silence, 'endsAt')].map(Date.parse);
    const matchers = listAt(silence, 'matchers').map(readMatcher);
    return (to - from > LONG_MS || now - from > LONG_MS) && pages.some((labels) => concerns(matchers, service, labels));
  }).length;
}

function concerns(matchers: readonly Matcher[], service: Labels, page: Labels): boolean {
  const known = matchers.filter(({ label }) => Object.hasOwn(page, label));
  if (!known.every((matcher) => meets(matcher, page[matcher.label]))) return false;
  return known.length === matchers.length || known.some(({ label }) => Object.hasOwn(service, label));
}

function readMatcher(matcher: unknown): Matcher {
  const { isRegex, isEqual } = objectAt(matcher);
  const operator: MatchOperator = isRegex === true ? (isEqual === false ? '!~' : '=~') : isEqual === false ? '!=' : '=';
  return { label: textAt(matcher, 'name'), operator, value: textAt(matcher, 'value') };
}
