import { parser } from '@prometheus-io/lezer-promql';
import type { SyntaxNode } from '@lezer/common';
import type { MatchOperator, Matcher, Selector } from './selector.ts';

/** A selector of an expression, with what stands around it. */
export interface UsedSelector {
  readonly selector: Selector;
  /** It is asked whether the series is missing: none is needed for the rule to work. */
  readonly inAbsent: boolean;
}

/** What a rule is made of. */
export interface Expression {
  readonly selectors: readonly UsedSelector[];
  /** Names of the functions called, in lower case. */
  readonly functions: ReadonlySet<string>;
  /** Distinct ranges, as they are written: `5m`. */
  readonly ranges: ReadonlySet<string>;
}

/** Expressions come from servers and service files; longer ones are not read. */
const LONGEST = 20_000;

/** Reads PromQL. `undefined` when it is no PromQL. */
export function readExpression(text: string): Expression | undefined {
  if (text.length > LONGEST) return undefined;
  const selectors: UsedSelector[] = [];
  const functions = new Set<string>();
  const ranges = new Set<string>();
  let isBroken = false;
  const words = (node: SyntaxNode): string => text.slice(node.from, node.to);
  parser.parse(text).iterate({
    enter: ({ type, node }) => {
      if (type.isError) isBroken = true;
      else if (type.name === 'VectorSelector') {
        const selector = readSelector(node, words);
        if (selector === undefined) isBroken = true;
        else selectors.push({ selector, inAbsent: isInAbsent(node, words) });
      } else if (type.name === 'FunctionIdentifier') functions.add(words(node).toLowerCase());
      else if (type.name === 'NumberDurationLiteralInDurationContext' && node.parent?.parent?.name === 'MatrixSelector') {
        ranges.add(words(node));
      }
    },
  });
  return isBroken ? undefined : { selectors, functions, ranges };
}

function isInAbsent(node: SyntaxNode, words: (node: SyntaxNode) => string): boolean {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.name === 'FunctionCall' && /^absent/.test(words(above))) return true;
  }
  return false;
}

function readSelector(node: SyntaxNode, words: (node: SyntaxNode) => string): Selector | undefined {
  const matchers: Matcher[] = [];
  const name = node.getChild('Identifier');
  if (name !== null) matchers.push({ label: '__name__', operator: '=', value: words(name) });
  for (const matcher of node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? []) {
    const read = readMatcher(words, matcher.getChild('LabelName'), matcher);
    if (read === undefined) return undefined;
    matchers.push(read);
  }
  for (const matcher of node.getChild('LabelMatchers')?.getChildren('QuotedLabelMatcher') ?? []) {
    const read = readMatcher(words, matcher.getChild('QuotedLabelName'), matcher);
    if (read === undefined) return undefined;
    matchers.push(read);
  }
  const quoted = node.getChild('LabelMatchers')?.getChild('QuotedLabelName');
  if (quoted) matchers.push({ label: '__name__', operator: '=', value: unquote(words(quoted)) ?? '' });
  return matchers;
}

function readMatcher(words: (node: SyntaxNode) => string, label: SyntaxNode | null, matcher: SyntaxNode): Matcher | undefined {
  const [operator, value] = [matcher.getChild('MatchOp'), matcher.getChild('StringLiteral')];
  if (label === null || operator === null || value === null) return undefined;
  const name = label.name === 'QuotedLabelName' ? unquote(words(label)) : words(label);
  const text = unquote(words(value));
  // The grammar knows no other operators.
  return name === undefined || text === undefined
    ? undefined
    : { label: name, operator: words(operator) as MatchOperator, value: text };
}

/** A string of PromQL: in double or single quotes with escapes as in Go, or in backticks without. */
function unquote(text: string): string | undefined {
  const inner = text.slice(1, -1);
  if (text.startsWith('`')) return inner;
  if (/[^\\](?:\\\\)*\\$/.test(inner)) return undefined;
  return inner.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{3})|(.))/gis, (all, x, u, long, octal, plain) => {
    if (plain !== undefined) return ESCAPES[plain] ?? plain;
    const code = octal === undefined ? Number.parseInt(x ?? u ?? long, 16) : Number.parseInt(octal, 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };
