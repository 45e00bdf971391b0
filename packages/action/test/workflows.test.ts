import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type ActionName, readMetadata } from '../scripts/action-metadata.ts';
import { findLinter } from './lint/find-linter.ts';
import { ROOT, stepsOf, textOf, WORKFLOWS } from './workflow-files.ts';

const OURS: Readonly<Record<string, ActionName>> = {
  'flamestep/flamestep@v1': 'main',
  'flamestep/flamestep/packages/action/comment@v1': 'comment',
  'flamestep/flamestep/packages/action/merge@v1': 'merge',
  './': 'main',
  './packages/action/comment': 'comment',
};

/** Runs a linter, which prints nothing but faults. */
function faultsOf(linter: 'actionlint' | 'zizmor', words: readonly string[], context: { skip(reason: string): never }): string {
  const found = findLinter(linter);
  if (found.path === undefined) context.skip(found.reason);
  const { stdout, stderr, status, error } = spawnSync(found.path, words, { cwd: ROOT, encoding: 'utf8' });
  if (error !== undefined) throw error;
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('actionlint finds no fault in any workflow', (context) => {
  // The bundle is built in the job.
  const ignored = ['-ignore', 'file ".*/dist/[a-z]+\\.js" does not exist', '-shellcheck=', '-pyflakes='];
  expect(faultsOf('actionlint', ['-no-color', ...ignored, ...WORKFLOWS], context)).toBe('');
});

test('zizmor finds no weakness in any workflow, action or setting', (context) => {
  const actions = [
    '.github/dependabot.yml',
    'action.yml',
    'packages/action/comment/action.yml',
    'packages/action/merge/action.yml',
  ];
  const options = ['--offline', '--no-progress', '--color=never', '--config=.github/zizmor.yml'];
  expect(faultsOf('zizmor', [...options, ...WORKFLOWS, ...actions], context)).toBe('');
});

describe.each(WORKFLOWS)('%s', (workflow) => {
  const steps = stepsOf(workflow);

  test('pins what is not ours by its commit, and says its version', () => {
    const lines = textOf(workflow).match(/uses: .*/g) ?? [];
    for (const line of lines) {
      if (/^uses: (?:\.\/|flamestep\/)/.test(line)) continue;
      expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('gives our actions only inputs that they have, and those that they need', () => {
    for (const step of steps) {
      const action = OURS[step.uses ?? ''];
      if (action === undefined) {
        expect(step.uses ?? '').not.toMatch(/^(?:flamestep\/|\.\/)/);
        continue;
      }
      const { inputs } = readMetadata(action);
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
      const needed = Object.keys(inputs).filter((name) => inputs[name]!.required);
      expect(Object.keys(step.with ?? {})).toEqual(expect.arrayContaining(needed));
    }
  });

  test('leaves no token in the checkout', () => {
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false);
    }
  });
});
