import { CollectError } from '../../collect-error.ts';
import type { MatchOperator, Matcher } from '../promql/selector.ts';

const MATCHER = /^\s*([a-zA-Z_:][\w:]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|([^",]*?))\s*(?:,|$)/s;

/** The matchers of one text as Alertmanager reads them: `a="b"`, `a=~b`, or several in braces. Throws `CollectError` `bad-answer`. */
export function readMatchers(text: string): Matcher[] {
  const matchers: Matcher[] = [];
  let rest = text.trim().replace(/^\{(.*)\}$/s, '$1');
  while (rest.trim() !== '') {
    const [all, label, operator, quoted, plain] = MATCHER.exec(rest) ?? [];
    if (all === undefined) throw new CollectError('bad-answer', 'a matcher of a route of the Alertmanager cannot be read');
    const value = quoted === undefined ? plain : quoted.replace(/\\(n|.)/gs, (_, escaped) => (escaped === 'n' ? '\n' : escaped));
    // The expression lets nothing else pass.
    matchers.push({ label, operator: operator as MatchOperator, value });
    rest = rest.slice(all.length);
  }
  return matchers;
}
