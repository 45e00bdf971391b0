import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cpu, reportOf, row, zero } from '../../test/story.ts';
import { renderMarkdown } from './render-markdown.ts';

const PAGE = 'https://portal.example/flamestep/reports/7f3c';

/** The portal's page as the last line of a comment links to it. */
function linkTo(name: string, page = PAGE): URL {
  const findings = [row(name, 'slower', 1, 3)];
  const comparison = { profiles: [cpu({ verdict: 'slower', findings, counts: { ...zero, slower: 1 } })], notes: [] };
  const { text } = renderMarkdown(reportOf({ comparison }), { links: { portal: page } });
  const [, address = ''] = /\[in the portal\]\((\S+?)\)/.exec(text) ?? [];
  return new URL(address.replaceAll('&amp;', '&'));
}

test.each([
  'encoding/json.(*decodeState).literalStore',
  'main.Map[go.shape.int,go.shape.string].Get',
  'std::vector<int, std::allocator<int> >::push_back(int const&)',
  'com.shop.Cart.lambda$total$0 + 1 & 2 = 3 # 100 %',
  '注文.計算 | `x` _y_ ~z~ @team',
])('the link leads to %s', (name) => {
  const url = linkTo(name);
  expect([...url.searchParams]).toEqual([
    ['type', 'cpu'],
    ['at', name],
  ]);
  expect(`${url.origin}${url.pathname}`).toBe(PAGE);
});

test('the link leads to any function', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
      expect(linkTo(name).searchParams.get('at')).toBe(name);
    }),
  );
});

test('a query of the page stays, and too long a name leaves the page', () => {
  expect(linkTo('f', `${PAGE}?tenant=a`).search).toBe('?tenant=a&type=cpu&at=f');
  expect(linkTo('計'.repeat(400)).href).toBe(PAGE);
});
