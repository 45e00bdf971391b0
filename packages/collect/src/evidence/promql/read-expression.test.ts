import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExpression } from './read-expression.ts';
import { type MatchOperator, renderSelector } from './selector.ts';

const selectorsOf = (text: string) => readExpression(text)?.selectors.map(({ selector }) => renderSelector(selector));

test.each([
  ['up == 0', ['up{}']],
  [`sum(rate(a{b="c",d=~'e.*'}[5m])) / sum(rate(f[5m]))`, ['a{b="c",d=~"e.*"}', 'f{}']],
  ['{__name__="a",b!="c"}', ['a{b!="c"}']],
  ['{"http.requests", "label.a"="b"}', ['{"label.a"="b",__name__="http.requests"}']],
  ['a{b=`\\d`}', ['a{b="\\\\d"}']],
  ['a{b="\\x41\\u0042\\103\\n\\""}', ['a{b="ABC\\n\\""}']],
  ['vector(1)', []],
  ['sum by(', undefined],
  ['a{b="c}', undefined],
  ['', undefined],
  ['up) or (secrets', undefined],
])('%s', (text, selectors) => {
  expect(selectorsOf(text)).toEqual(selectors);
});

test('what is asked to be absent, which functions, and which ranges', () => {
  const read = readExpression('absent(a) or absent_over_time(b[5m]) or max_over_time(c[1h]) and d[6h] offset 5m');
  expect(read?.selectors.map(({ inAbsent }) => inAbsent)).toEqual([true, true, false, false]);
  expect([...read!.functions]).toEqual(['absent', 'absent_over_time', 'max_over_time']);
  expect([...read!.ranges]).toEqual(['5m', '1h', '6h']);
});

test('every value, however hostile, comes back as one value of one matcher', () => {
  const operators: MatchOperator[] = ['=', '!=', '=~', '!~'];
  const value = fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => !/\p{Surrogate}/u.test(text));
  const label = fc.oneof(fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/), fc.constant('service.name'));
  fc.assert(
    fc.property(label, fc.constantFrom(...operators), value, (label, operator, value) => {
      const selector = [{ label, operator, value }];
      expect(readExpression(`sum(${renderSelector(selector)})`)?.selectors).toEqual([{ selector, inAbsent: false }]);
    }),
  );
});

test('any text is an expression or none, and never an error', () => {
  const pieces = fc.array(
    fc.constantFrom('sum', '(', ')', '{', '}', 'a', '="', '"', '`', "'", '\\', '[5m]', ' by ', ',', '\n', '#', '@', '1e'),
  );
  fc.assert(
    fc.property(pieces, (words) => {
      readExpression(words.join(''));
    }),
  );
});
