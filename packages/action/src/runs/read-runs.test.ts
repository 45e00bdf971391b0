import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isActionError } from '../action-error.ts';
import { readRuns } from './read-runs.ts';

const PROFILE = fileURLToPath(new URL('../../../../fixtures/go/cpu.base.pb.gz', import.meta.url));

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'flamestep-action-'));
  mkdirSync(join(workspace, 'head'));
  for (const name of ['10', '2', '1']) cpSync(PROFILE, join(workspace, 'head', `${name}.pb.gz`));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const sourcesOf = async (...patterns: string[]) => (await readRuns(patterns, 'head', workspace)).map(({ source }) => source);

async function refusalOf(...patterns: string[]): Promise<string> {
  try {
    await readRuns(patterns, 'head', workspace);
  } catch (error) {
    if (isActionError(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

test('profiles that take more than a minute are not read to their end', async () => {
  let minutes = 0;
  const slow = readRuns(['head/*.pb.gz'], 'head', workspace, () => minutes++ * 40_000);
  await expect(slow).rejects.toThrow("Reading the profiles of 'head' takes more than 60 s; 2 of 3 are read.");
});

describe('the files that patterns match', () => {
  test('come in natural order, each once', async () => {
    expect(await sourcesOf('head/*.pb.gz', 'head/1.pb.gz', './head/2.pb.gz')).toEqual([
      'head/1.pb.gz',
      'head/2.pb.gz',
      'head/10.pb.gz',
    ]);
  });

  test('are looked for at any depth, and outside of the workspace too', async () => {
    expect(await sourcesOf('**/1?.pb.gz')).toEqual(['head/10.pb.gz']);
    expect(await sourcesOf(join(workspace, 'head/1.pb.gz'))).toEqual([join(workspace, 'head/1.pb.gz')]);
  });

  test('do not include the bench output beside a profile, which tells its operations', async () => {
    writeFileSync(join(workspace, 'head/2.txt'), 'BenchmarkParse-8   5000   12.5 ns/op\n');
    const runs = await readRuns(['head/*'], 'head', workspace);
    expect(runs.map(({ source, operations }) => [source, operations])).toEqual([
      ['head/1.pb.gz', undefined],
      ['head/2.pb.gz', 5000],
      ['head/10.pb.gz', undefined],
    ]);
  });

  test('may have characters of patterns in their names', async () => {
    cpSync(PROFILE, join(workspace, 'head/[id].pb.gz'));
    expect(await sourcesOf('head/[id].pb.gz')).toEqual(['head/[id].pb.gz']);
  });
});

describe('is refused, with what to do:', () => {
  test('a pattern without files, a missing file, a folder', async () => {
    expect(await refusalOf('head/*.pb.gz', 'other/*.pb.gz')).toBe(
      "input: The input 'head': no file matches other/*.pb.gz. Check that an earlier step writes profiles there; paths are relative to the workspace.",
    );
    expect(await refusalOf('cpu.pb.gz')).toMatch(/^input: The input 'head': there is no file cpu\.pb\.gz\. Check/);
    expect(await refusalOf('head/')).toBe(
      "input: The input 'head': head/ is a folder. To compare the profiles in it write head/*",
    );
  });

  test('more files than anyone means to compare', async () => {
    for (let i = 0; i < 101; i++) writeFileSync(join(workspace, 'head', `stack.${i}`), 'main 1\n');
    expect(await refusalOf('head/stack.*')).toMatch(/^input: The input 'head' matches 101 files; at most 100/);
  });

  test('an empty file, and one that is no profile', async () => {
    writeFileSync(join(workspace, 'head/3.pb.gz'), '');
    expect(await refusalOf('head/*')).toMatch(/^profile: head\/3\.pb\.gz is empty\./);
    writeFileSync(join(workspace, 'head/3.pb.gz'), 'no profile');
    expect(await refusalOf('head/*')).toMatch(/^profile: head\/3\.pb\.gz cannot be read: /);
  });

  test.skipIf(process.platform === 'win32')('a pipe, which would never end', async () => {
    execFileSync('mkfifo', [join(workspace, 'head/pipe')]);
    expect(await refusalOf('head/pipe')).toMatch(/^input: The input 'head': head\/pipe is no file but a pipe or a device/);
    expect(await sourcesOf('head/*')).toHaveLength(3);
  });
});
