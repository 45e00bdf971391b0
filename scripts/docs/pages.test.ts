import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { ConfigSchema } from '@backstage/config-loader';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findLinter } from '../../packages/action/test/lint/find-linter.ts';
import { skipped, useShop } from '../../packages/action/test/github-for-tests.ts';
import { loadAppConfigSchema } from './check-app-config.ts';
import { faultsOfBlock } from './check-block.ts';
import { followPage, type Place } from './follow-page.ts';
import { blocksOf, PAGES } from './pages.ts';
import type { Block } from './read-blocks.ts';

const TUTORIAL = 'docs/tutorials/pull-request-comment.md';
/** Windows has no `sh` of its own. */
const noShell = process.platform === 'win32';

let place: Place;
beforeEach(() => {
  place = { folder: mkdtempSync(join(tmpdir(), 'flamestep-page-')), programs: mkdtempSync(join(tmpdir(), 'flamestep-program-')) };
});
afterEach(() => {
  for (const folder of Object.values(place)) rmSync(folder, { recursive: true, force: true });
});

test.skipIf(noShell).each(PAGES)('what %s says can be done', (page) => followPage(blocksOf(page), place));

describe('files that the pages show', () => {
  let schema: ConfigSchema;
  beforeAll(async () => {
    schema = await loadAppConfigSchema();
  });

  test.each(PAGES)('in %s are read as they are', (page) => {
    const shown = blocksOf(page).filter(({ language, notRun }) => language === 'yaml' && notRun === undefined);
    const faults = shown.map((block) => ({ block, found: faultsOfBlock(block, schema) }));
    expect(
      faults.flatMap(({ block, found }) => (block.isWrong ? [] : found.map((fault) => `line ${block.line}: ${fault}`))),
    ).toEqual([]);
    expect(faults.filter(({ block, found }) => block.isWrong && found.length === 0)).toEqual([]);
  });

  test('are looked at closely', () => {
    const faultsOf = (file: string, code: string) => faultsOfBlock({ language: 'yaml', line: 1, file, code }, schema);
    expect(faultsOf('app-config.yaml', 'flamestep: { sources: [{ type: sundial }], catalogue: {} }')).toEqual([
      'nobody reads flamestep.catalogue',
      expect.stringContaining('/flamestep/sources/0/type'),
    ]);
    const access = '{ type: github-actions, options: { audience: a, owner: b } }';
    expect(faultsOf('app-config.yaml', `backend: { auth: { externalAccess: [${access}] } }`)).toEqual([
      'nobody reads options.owner',
    ]);
    expect(faultsOf('.flamestep.yaml', 'thresholds: { relative: much }')).toHaveLength(1);
    expect(faultsOf('model.yaml', 'kind: Model')).toHaveLength(1);
    expect(faultsOf('o11y.yaml', 'kind: Service')).toHaveLength(1);
    expect(faultsOf('catalog-info.yaml', 'metadata: { annotations: { flamestep.io/name: a } }')).toHaveLength(1);
    expect(faultsOf('.github/workflows/a.yml', 'steps: [{ uses: flamestep/flamestep@v1, with: { tests: 1 } }]')).toEqual([
      expect.stringContaining('neither ours'),
      "flamestep/flamestep@v1 has no input 'tests'",
    ]);
    expect(faultsOf('.github/workflows/a.yml', 'steps:\n  - uses: flamestep/flamestep/packages/action/merge@v1')).toEqual([
      "flamestep/flamestep/packages/action/merge@v1 needs the input 'expected'",
    ]);
    expect(faultsOf('diary.yaml', 'a: 1')).toEqual(["nobody knows how to check 'diary.yaml'"]);
    expect(faultsOf('o11y.yaml', 'a: [')).toHaveLength(1);
  });
});

test('actionlint finds no fault in the workflows of the pages', (context) => {
  const linter = findLinter('actionlint');
  if (linter.path === undefined) return context.skip(linter.reason);
  const whole = PAGES.flatMap((page) => blocksOf(page)).filter(({ file }) => file?.startsWith('.github/workflows/'));
  const paths = whole.map(({ code }, i) => {
    const path = join(place.folder, String(i), 'workflow.yml');
    mkdirSync(dirname(path));
    writeFileSync(path, code);
    return path;
  });
  expect(paths).not.toEqual([]);
  expect(execFileSync(linter.path, ['-no-color', '-shellcheck=', '-pyflakes=', ...paths], { encoding: 'utf8' })).toBe('');
});

describe.skipIf(noShell || skipped !== undefined)('the pull request of the tutorial', () => {
  const world = useShop();

  test('gets the comment that the tutorial promises, and another when it is mended', async () => {
    const { shop, github } = world;
    // What it measures on the way is measured by the action here.
    const blocks = blocksOf(TUTORIAL).filter(({ code, shows }) => shows === undefined && !code.includes('flamestep ab'));
    const { run = '', runs = '', name = '' } = stepOf(blocks);
    const pull = shop.openPullRequest();
    const measure = async () => {
      const base = git('rev-parse', 'main');
      const merge = github.state.commits.get(pull.mergeCommit!)!;
      github.state.commits.set(base, { ...merge, sha: base, parents: [] });
      github.state.commits.set(merge.sha, { ...merge, parents: [base, pull.head.sha] });
      return shop.stepFor(
        pull,
        { run, runs, name, 'fail-on': 'regression', comment: 'always' },
        { files: filesOf(place.folder) },
      );
    };

    const mended = blocks.findIndex(({ code }) => code.includes('Number.isNaN'));
    followPage(blocks.slice(0, mended), place);
    const slow = await measure();
    // What a busy machine makes of real measurements is not for a test to say; that the function is spoken of is.
    expect(slow.code).toBe(slow.outputs['status'] === 'regressed' ? 1 : 0);
    const [comment = ''] = shop.comments();
    expect(comment).toContain('### Profile diff: cart');
    expect(comment).toMatch(/\bcents\b/);
    expect(comment).toContain('flamestep ab --base-ref=');

    followPage(blocks.slice(mended), place);
    shop.pushTo(pull);
    const right = await measure();
    expect(right.code).toBe(right.outputs['status'] === 'regressed' ? 1 : 0);
    expect(shop.comments()).toHaveLength(1);
    expect(shop.comments()[0]).not.toBe(comment);
  });
});

/** The inputs of the action in the workflow that the tutorial has. */
function stepOf(blocks: readonly Block[]): Readonly<Record<string, string>> {
  const workflow = blocks.find(({ file }) => file === '.github/workflows/performance.yml');
  const { steps } = parse(workflow?.code ?? '').jobs.cart as { readonly steps: readonly { with?: Record<string, unknown> }[] };
  return Object.fromEntries(Object.entries(steps.at(-1)?.with ?? {}).map(([input, value]) => [input, String(value)]));
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: place.folder, encoding: 'utf8' }).trim();
}

function filesOf(folder: string): Readonly<Record<string, Uint8Array>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const files = paths.filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path)]));
}
