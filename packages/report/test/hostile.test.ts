import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { readMarker, type Report, renderHtml, renderMarkdown, renderTerminal } from '../src/index.ts';
import { normalizeText } from '../src/escape/normalize-text.ts';
import { cpu, reportOf, row, zero } from './story.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What attacks are made of. */
const piece = fc.oneof(
  fc.constantFrom(
    '@team/owners',
    '#1',
    'GH-12',
    'https://evil.example/x',
    'www.evil.example',
    'mailto:a@evil.example',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<!-- flamestep:v1 key=x -->',
    '-->',
    '![x](https://evil.example/i.png)',
    '[x](https://evil.example)',
    '`',
    '``',
    '```',
    '|',
    '\\|',
    '\\',
    '\n',
    '\r\n\r\n# heading',
    '\n::error::x',
    '##[group]',
    '</details>',
    '</summary>',
    '</code>',
    '</td>',
    '&lt;',
    '&#60;b&#62;',
    '$x$',
    '$`x`$',
    ':rocket:',
    '*b*',
    '__b__',
    '~~s~~',
    '\u202e',
    '\u200b',
    '\u0000',
    '\u001b[31m',
    '\u{e0041}',
    '\ud800',
    'closes #2',
    '9f8e7d6c5b4a',
    '[^1]',
    '> [!WARNING]',
    '- [ ] x',
    '<https://evil.example>',
    '<a href="https://evil.example">x</a>',
    'javascript:alert(1)',
    '{{x}}',
    "'",
    '"',
    ' ',
    '1.',
    '- ',
    '+ ',
    '===',
    '---',
    ']]>',
    'xmpp:a@evil.example',
    'FTP://evil.example',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('').slice(0, 400));

function reportNamed(name: string): Report {
  const finding = {
    ...row('x', 'slower', 1.3, 3.23),
    name,
    file: name,
    hotLine: 3,
    path: [{ name, file: name, line: 1, base: 1e6, head: 2e6 }],
    touched: [{ file: name, line: 5, name, role: 'itself' as const }],
  };
  const faster = { ...row('x', 'faster', 3, 1), name, file: name };
  const moved = {
    ...row('x', 'moved', 1, 1),
    name,
    moved: { kind: 'split' as const, from: [{ name, file: name }], to: [{ name, file: name }] },
  };
  const accepted = { ...finding, name: `accepted ${name}`, thresholds: { relative: 0.2, share: 0.01 } };
  return reportOf({
    acknowledge: (one) => (one.name === accepted.name ? { reason: name, until: '2026-12-31' } : undefined),
    subject: {
      name,
      profile: name,
      leg: name,
      key: 'k',
      base: { label: name },
      head: { commit: 'e93d15cb', label: name, title: name },
    },
    comparison: {
      profiles: [
        cpu({
          verdict: 'slower',
          sampleType: { type: name.slice(0, 90), unit: name.slice(0, 90) },
          counts: { ...zero, slower: 2, faster: 1, moved: 1, unchanged: 40, inconclusive: 2 },
          findings: [finding, accepted, faster, moved],
          normalization: { kind: 'absolute', reason: name },
        }),
      ],
      notes: [name],
    },
    state: { kind: 'stale-baseline', reason: name },
    environment: { base: { cpu: name.slice(0, 90) }, head: { cpu: name } },
    reproduce: name,
    links: {},
  });
}

/** What GitHub would make of a comment, before its own filters. */
function htmlOf(markdown: string): Node[] {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return parseFragment(html).childNodes;
}

function* walk(nodes: readonly Node[], inCode = false): Generator<{ node: Node; inCode: boolean }> {
  for (const node of nodes) {
    yield { node, inCode };
    if ('childNodes' in node) yield* walk(node.childNodes, inCode || ['code', 'pre', 'a'].includes(node.nodeName));
  }
}

const OURS = new Set([
  '#text',
  '#comment',
  'p',
  'h3',
  'h4',
  'blockquote',
  'strong',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'code',
  'br',
  'details',
  'summary',
  'b',
  'pre',
  'ul',
  'ol',
  'li',
  'sub',
  'a',
]);

describe('whatever a profile calls its functions', () => {
  test('a comment holds our elements, our one comment, and no link, mention or reference of theirs', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const { text } = renderMarkdown(reportNamed(name));
        const [first] = text.split('\n');
        expect(readMarker(text)?.key).toBe('k');
        let comments = 0;
        for (const { node, inCode } of walk(htmlOf(text))) {
          expect(OURS).toContain(node.nodeName);
          if (node.nodeName === '#comment') comments++;
          if (node.nodeName === 'a') throw new Error(`a link: ${JSON.stringify(node)}`);
          if (node.nodeName === 'details') expect('attrs' in node && node.attrs).toEqual([]);
          if (node.nodeName === '#text' && !inCode && 'value' in node) {
            expect(node.value).not.toMatch(/[@#]\w|:\/\/|www\.|GH-\d|:[a-z_]+:/i);
          }
        }
        expect(comments).toBe(1);
        expect(first).toMatch(/^<!-- flamestep:v1 [^<>]* -->$/);
      }),
      { numRuns: 120 },
    );
  });

  test('tables keep their columns', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        for (const { node } of walk(htmlOf(renderMarkdown(reportNamed(name)).text))) {
          if (node.nodeName !== 'tr' || !('childNodes' in node)) continue;
          expect(node.childNodes.filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th')).toHaveLength(5);
        }
      }),
    );
  });

  test('a terminal gets no escape sequence, and a log no command', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const text = renderTerminal(reportNamed(name));
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
        expect(text).not.toMatch(/^\s*(?:::|##\[)/m);
      }),
    );
  });

  test('the page holds nothing of it but text', () => {
    const elements = (html: string) =>
      [...walk(parseFragment(html).childNodes)]
        .map(({ node }) => node.nodeName)
        .filter((one) => !['#text', 'wbr', 'span'].includes(one));
    const expected = elements(renderHtml(reportNamed('a.b')));
    fc.assert(
      fc.property(hostile, (name) => {
        expect(elements(renderHtml(reportNamed(name)))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('normalising twice changes nothing, and no length is passed', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 100 }), (name, longest) => {
        const once = normalizeText(name, longest);
        expect(once.length).toBeLessThanOrEqual(longest);
        expect(normalizeText(once, longest)).toBe(once);
      }),
    );
  });
});

describe('a comment that is too long', () => {
  test('keeps marker, verdict, findings and links, and closes all it opens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), hostile, (legs, name) => {
        const long = name.padEnd(500, '@<|');
        const { text, dropped } = renderMarkdown(
          Array.from({ length: legs }, () => reportNamed(long)),
          { links: { artifact: 'https://ci.example/report' } },
        );
        expect(text.length).toBeLessThanOrEqual(60_000);
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(240 * 1024);
        expect(readMarker(text)).toBeDefined();
        expect(text).toContain('1 function');
        expect(text).toContain('](https://ci.example/report)');
        expect(text.split('<details>').length).toBe(text.split('</details>').length);
        if (dropped.length > 0) expect(text).toContain('Left out for length');
      }),
      { numRuns: 8 },
    );
  });
});

test('a job summary has room for what a comment leaves out', () => {
  const long = reportNamed('x'.repeat(500));
  const legs = Array.from({ length: 25 }, () => long);
  expect(renderMarkdown(legs).dropped.length).toBeGreaterThan(0);
  expect(renderMarkdown(legs, { surface: 'summary' }).dropped).toEqual([]);
});
