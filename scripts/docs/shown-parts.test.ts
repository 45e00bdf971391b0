import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { blocksOf } from './pages.ts';

const ROOT = new URL('../../', import.meta.url);

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

/** What the parts of a workflow on a page give to our actions, and as permissions. */
function shownIn(page: string) {
  const parts = blocksOf(page).flatMap(({ partOf, code }) => (partOf?.startsWith('.github/') ? [parse(code)] : []));
  return parts.map((part): Job => ('steps' in part ? part : Object.values<Job>(part)[0]!));
}

/** The jobs of an example's workflows. */
function jobsOf(example: string, ...files: readonly string[]): readonly Job[] {
  return files.flatMap((file) => {
    const { jobs } = parse(readFileSync(new URL(`examples/${example}/.github/workflows/${file}`, ROOT), 'utf8'));
    return Object.values<Job>(jobs);
  });
}

test.each([
  ['docs/how-to/forks.md', jobsOf('forks', 'performance.yml', 'performance-comment.yml')],
  ['docs/how-to/matrix.md', jobsOf('matrix', 'performance.yml')],
])('%s shows of the example what is there', (page, jobs) => {
  const shown = shownIn(page);
  expect(shown).not.toEqual([]);
  for (const [i, { permissions, steps }] of shown.entries()) {
    const job = jobs[i]!;
    if (permissions !== undefined) expect(job.permissions).toEqual(permissions);
    const step = job.steps.at(-1)!;
    expect(steps.map(({ uses }) => uses)).toEqual([step.uses]);
    const { run, ...inputs } = steps[0]?.with ?? {};
    expect({ ...step.with, ...inputs }).toEqual(step.with ?? {});
    if (run !== undefined) expect(run).toBe(String(step.with?.['run']).replace(' -benchtime=1s', ''));
  }
});
