import { escapePromql } from './escape-promql.ts';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One condition on a label. */
export interface Matcher {
  readonly label: string;
  readonly operator: MatchOperator;
  readonly value: string;
}

/** A selection of series. The metric is a matcher on `__name__`. */
export type Selector = readonly Matcher[];

/** The selector in PromQL, every value escaped. */
export function renderSelector(selector: Selector): string {
  const name = selector.find(({ label, operator, value }) => label === '__name__' && operator === '=' && IS_NAME.test(value));
  const rest = selector.filter((matcher) => matcher !== name).map(renderMatcher);
  return `${name?.value ?? ''}{${rest.join(',')}}`;
}

/** The one condition in PromQL. */
export function renderMatcher({ label, operator, value }: Matcher): string {
  return `${IS_LABEL.test(label) ? label : escapePromql(label)}${operator}${escapePromql(value)}`;
}

/** Labels with their values, as matchers. */
export function matchersOf(labels: Readonly<Record<string, string>>): Matcher[] {
  return Object.entries(labels).map(([label, value]) => ({ label, operator: '=', value }));
}

/** Whether the value meets the condition, as Prometheus means it: expressions match whole values. An unreadable one matches nothing. */
export function meets({ operator, value }: Matcher, actual: string): boolean {
  if (operator === '=') return actual === value;
  if (operator === '!=') return actual !== value;
  const matches = matchesWhole(value, actual);
  return matches !== undefined && matches === (operator === '=~');
}

const IS_NAME = /^[A-Za-z_:][A-Za-z0-9_:]*$/;
const IS_LABEL = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Longer expressions and texts could take for ever in an engine that backtracks, which RE2 does not. */
const LONGEST = 500;
/** A repeated group that holds a repetition. */
const NESTED_REPETITION = /\([^)]*[*+{][^)]*\)\s*[*+{]/;

function matchesWhole(expression: string, actual: string): boolean | undefined {
  if (expression.length > LONGEST || actual.length > LONGEST || NESTED_REPETITION.test(expression)) return undefined;
  try {
    return new RegExp(`^(?:${expression.replace(/^\(\?[is]+\)/, '')})$`, expression.startsWith('(?i)') ? 'is' : 's').test(actual);
  } catch {
    return undefined;
  }
}
