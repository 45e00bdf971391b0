import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { treeOf } from '../test/tree-of.ts';
import { script, scriptHash } from './generated/script.ts';
import { layoutFlameGraph } from './layout-flame-graph.ts';
import { renderFlameGraphPage } from './render-flame-graph-page.ts';

const tree = treeOf('main;parse 30 → 45', 'main;render 12 → 12');
const hostile = [
  '</script><script>alert(1)</script>',
  '<!--',
  '"><img src=x onerror=alert(1)>',
  '\u202Eevil',
  '__proto__',
  "a'b&c",
];

function contents(html: string, element: string): string[] {
  return [...html.matchAll(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, 'gs'))].map(([, content]) => content);
}

function dataOf(html: string) {
  return JSON.parse(contents(html, 'script')[0]);
}

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('the page', () => {
  const html = renderFlameGraphPage({
    title: 'base.pb.gz → head.pb.gz',
    facts: [{ label: 'Files', value: 'a, b' }],
    notes: ['One sample had no stack.'],
    tree,
  });

  test('holds the title, the facts, the notes and the tree', () => {
    expect(contents(html, 'h1')).toEqual(['base.pb.gz → head.pb.gz']);
    expect(contents(html, 'dl')).toEqual(['<div><dt>Files</dt><dd>a, b</dd></div><div><dt>Total</dt><dd>42 → 57</dd></div>']);
    expect(html).toContain('<p class="note">One sample had no stack.</p>');
    expect(layoutFlameGraph(dataOf(html).tree).totalHead[0]).toBe(57);
  });

  test('says of two profiles what they cannot tell, and nothing of the kind of one', () => {
    expect(html).toContain('Two profiles cannot tell a change from noise.');
    expect(renderFlameGraphPage({ title: 'one', tree: treeOf('main 1') })).not.toContain('cannot tell a change');
  });

  test('lets nothing run or load but its own script and styles', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
    const [, own, boot] = contents(html, 'script');
    expect(policy).toBe(
      `default-src 'none'; script-src '${sha256(own)}' '${sha256(boot)}'; style-src '${sha256(contents(html, 'style')[0])}'; base-uri 'none'; form-action 'none'`,
    );
    expect(scriptHash).toBe(sha256(script));
    expect(html).not.toMatch(/\b(?:src|href)=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
  });

  test('prunes by default what no screen shows, and everything stays when asked', () => {
    const spread = treeOf('main;big 1000000', 'main;tiny 1');
    expect(dataOf(renderFlameGraphPage({ title: 't', tree: spread })).tree.pruned.boxes).toBe(1);
    expect(dataOf(renderFlameGraphPage({ title: 't', tree: spread, minFraction: 0 })).tree.pruned.boxes).toBe(0);
  });

  test('is the same for the same input', () => {
    expect(renderFlameGraphPage({ title: 't', tree })).toBe(renderFlameGraphPage({ title: 't', tree: structuredClone(tree) }));
  });

  test('takes typed arrays', () => {
    const nodes = {
      parent: Int32Array.from(tree.nodes.parent),
      name: Int32Array.from(tree.nodes.name),
      base: Float64Array.from(tree.nodes.base ?? []),
      head: Float64Array.from(tree.nodes.head),
    };
    expect(renderFlameGraphPage({ title: 't', tree: { ...tree, nodes } })).toBe(renderFlameGraphPage({ title: 't', tree }));
  });
});

describe('hostile text', () => {
  test.each(hostile)('in a name stays text: %s', (name) => {
    const html = renderFlameGraphPage({ title: 't', tree: treeOf(`${name} 1`) });
    expect(contents(html, 'script')).toHaveLength(3);
    expect(html).not.toContain('<img');
    expect(dataOf(html).tree.names).toEqual([name]);
  });

  test('in the title, facts and notes stays text', () => {
    const text = hostile.join(' ');
    const html = renderFlameGraphPage({ title: text, facts: [{ label: text, value: text }], notes: [text], tree });
    expect(contents(html, 'script')).toHaveLength(3);
    expect(html).not.toMatch(/<img|<!--|\u202E/);
    expect(contents(html, 'title')[0]).toContain('&lt;/script&gt;&lt;script&gt;alert(1)');
    expect(contents(html, 'dd')[0]).toContain('&lt;U+202E&gt;evil __proto__ a&#39;b&amp;c');
  });

  test('as long as 100 kB is cut', () => {
    const html = renderFlameGraphPage({ title: 'x'.repeat(100_000), tree: treeOf(`${'y'.repeat(100_000)} 1`) });
    expect(html.length).toBeLessThan(script.length + 30_000);
  });
});

test('the script can stand in a script element', () => {
  expect(script).not.toMatch(/<\/?script|<!--/i);
  expect(script).not.toMatch(/\beval\(|new Function|importScripts|fetch\(|XMLHttpRequest/);
  expect(script.startsWith('var flamestepFlameGraph=')).toBe(true);
});
