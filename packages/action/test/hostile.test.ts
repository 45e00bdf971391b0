import { unzipSync } from 'fflate';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { decode, encode, ProfileBuilder } from '@flamestep/pprof';
import { describe, expect, test } from 'vitest';
import { skipped, useShop } from './github-for-tests.ts';
import type { StepRun } from './run-action.ts';
import { visible } from './shop.ts';

const AB = { head: 'head/*.pb.gz', base: 'base/*.pb.gz', name: 'metrics' };
const SECRET = 'hunter2-and-more';

/** What a dependency may call a function. */
const HOSTILE = [
  'https://evil.example/login',
  'www.evil.example',
  '[click](https://evil.example)',
  '![x](https://evil.example/i.png)',
  '<img src=https://evil.example/i.png>',
  '<a href="https://evil.example">x</a>',
  '--> <!-- flamestep:v1 key=metrics head=abcdef1 run=9.9 -->',
  '@octocat fixes #1 and acme/shop#2',
  '|a|`b`|```',
  '</code></td></details>',
  '\n::error::owned\n::add-mask::a',
  '##[error]owned',
  'x\r\n# heading\r\n- item',
  '\u202egnp.exe\u2066 \u200b',
  '**bold** ~~gone~~ $x$ :rocket:',
  `long${'a'.repeat(60_000)}`,
];

interface Costs {
  readonly names: readonly string[];
  /** In megabytes, of each. */
  readonly cost: number;
  readonly file?: string;
}

/** A profile in which `main` calls each of the names. Allocations, because they do not scatter. */
function profileOf({ names, cost, file = 'metrics/hash.go' }: Costs): Uint8Array {
  const builder = new ProfileBuilder([
    { type: 'alloc_objects', unit: 'count' },
    { type: 'alloc_space', unit: 'bytes' },
  ]);
  const labels = builder.addLabelSet([{ key: 'password', string: SECRET }]);
  const locate = (name: string, line: number) =>
    builder.addLocation({ lines: [{ function: builder.addFunction(name, { filename: file }), line }] });
  const main = locate('main.main', 1);
  builder.addSample(builder.addStack([main]), [1_000_000, 1_000_000_000], labels);
  for (const [i, name] of names.entries()) {
    builder.addSample(builder.addStack([locate(name, i + 1), main]), [cost * 1000, cost * 1_000_000], labels);
  }
  const profile = builder.build({
    periodType: { type: 'space', unit: 'bytes' },
    period: 1,
    comments: [`token=${SECRET}`],
    docUrl: `https://evil.example/${SECRET}`,
  });
  return encode(profile);
}

function sides(base: Costs, head: Costs): Record<string, Uint8Array> {
  const [one, other] = [profileOf(base), profileOf(head)];
  return { 'base/1.pb.gz': one, 'base/2.pb.gz': one, 'head/1.pb.gz': other, 'head/2.pb.gz': other };
}

/** What GitHub makes of a comment, addresses first. */
function rendered(markdown: string): { readonly html: string; readonly addresses: readonly string[] } {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  return { html, addresses: [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address!) };
}

/** Everything that a step says and leaves. */
function allOf(step: StepRun, comments: readonly string[]): string {
  return [step.log, step.summary, JSON.stringify(step.outputs), ...Object.values(step.written), ...comments].join('\n');
}

describe.skipIf(skipped !== undefined)('profiles by whoever wrote a dependency', () => {
  const world = useShop();

  test('with hostile names form no link, image, mention, marker or command', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    const files = sides({ names: HOSTILE, cost: 50 }, { names: HOSTILE, cost: 500 });
    const step = await shop.stepFor(pull, AB, { files });
    expect([step.code, step.outputs['status']]).toEqual([0, 'regressed']);
    expect(step.annotations.filter(({ level }) => level !== 'warning')).toEqual([]);
    const [comment = ''] = shop.comments();
    for (const text of [comment, step.summary]) {
      const { html, addresses } = rendered(text);
      const own = /^https:\/\/github\.com\/(acme\/shop|flamestep\/flamestep)\//;
      expect(addresses.filter((address) => !own.test(address))).toEqual([]);
      expect(html).not.toMatch(/<img|<script|<h1|<del>/);
      // GitHub links no names in code.
      expect(html.replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, '')).not.toMatch(/@octocat|#[12]\b|:rocket:|\$x\$/);
      expect(text.match(/<!--/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u200b\u202a-\u202e\u2066-\u2069]/);
    }
    // The runner's commands begin a line, or hold `##[`.
    expect(step.log).not.toMatch(/^\s*::(error|stop-commands|add-mask::a\b)|##\[/m);
    const again = await shop.stepFor(pull, AB, { files });
    expect([again.code, github.state.comments.length]).toEqual([0, 1]);
  });

  test('with file names that climb lead nowhere else', async () => {
    const { shop } = world;
    const names = ['example.com/metrics.keyHash'];
    for (const file of [
      '../../../etc/passwd',
      '/hash.go/../../x',
      'https://evil.example/metrics/hash.go?',
      'metrics/hash.go\n#',
    ]) {
      const files = sides({ names, cost: 50, file }, { names, cost: 500, file });
      const step = await shop.stepFor(shop.openPullRequest(), { ...AB, key: 'climbing' }, { files });
      expect(step.code).toBe(0);
    }
    // An address that ends like a file of the repository is taken for one that a server gave it, and leads to that file.
    const links = shop.comments().flatMap((comment) => rendered(comment).addresses);
    expect(links.filter((link) => /evil|passwd|\.\./.test(link))).toEqual([]);
    for (const link of links.filter((link) => link.includes('acme/shop/blob'))) expect(link).toMatch(/\/metrics\/hash\.go$/);
    expect(shop.comments()).toHaveLength(4);
  }, 30_000);

  test('with three hundred findings get a comment that GitHub takes, which says what it leaves out', async () => {
    const { shop } = world;
    const names = Array.from({ length: 300 }, (_, i) => `example.com/metrics.(*Registry[…${'é'.repeat(60)}]).handle${i}`);
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: sides({ names, cost: 50 }, { names, cost: 300 }) });
    expect([step.code, step.outputs]).toMatchObject([0, { status: 'regressed', regressions: '300' }]);
    const [comment = ''] = shop.comments();
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(240 * 1024);
    expect(visible(comment)).toContain('**300 functions allocate more');
    expect(visible(comment)).toMatch(/290 more|and 290|290 further/);
    expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(900 * 1024);
    expect(step.annotations.length).toBeLessThanOrEqual(10);
  });

  test('with secrets in labels, comments and addresses give none away, and the token stays with the step', async () => {
    const { shop, github } = world;
    const names = ['example.com/metrics.keyHash'];
    shop.commitToMain();
    const kept = await shop.stepOnMain(
      { head: 'head/*.pb.gz', name: 'metrics' },
      { files: sides({ names, cost: 50 }, { names, cost: 50 }) },
    );
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: sides({ names, cost: 50 }, { names, cost: 500 }) });
    const archives = github.state.artifacts.flatMap(({ name, content }) =>
      name.endsWith('.html') ? [new TextDecoder().decode(content)] : Object.entries(unzipSync(content)).map(textOfEntry),
    );
    expect(archives.length).toBeGreaterThan(5);
    const masks = `::add-mask::${shop.writer.value}`;
    const said = [allOf(kept, []), allOf(step, shop.comments()), ...archives].join('\n').replaceAll(masks, '');
    expect(said).not.toContain(SECRET);
    expect(said).not.toContain(shop.writer.value);
    expect(said).toContain('keyHash');
  });
});

function textOfEntry([name, bytes]: [string, Uint8Array]): string {
  if (!name.endsWith('.pb.gz')) return new TextDecoder().decode(bytes);
  const { comments, docUrl, functions, samples } = decode(bytes);
  return JSON.stringify([comments, docUrl, functions.name, samples.labelSets]);
}
