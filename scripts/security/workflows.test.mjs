import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((path) => {
  const text = readFileSync(new URL(path, folder), 'utf8');
  const workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  return { path, text, workflow, jobs, steps: jobs.flatMap((job) => job.steps ?? []) };
});

/** What GitHub fills in before a shell sees it, and other people can choose. */
const OF_OTHERS = /\$\{\{[^}]*\b(github\.(event|head_ref|ref_name|actor)|inputs|steps|needs)\b/;

test.each(workflows)('$path: every action is pinned by its commit', ({ text }) => {
  const uses = [...text.matchAll(/uses: (.+)/g)].map(([, used]) => used).filter((used) => !used.startsWith('./'));
  expect(uses.filter((used) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used))).toEqual([]);
});

test.each(workflows)('$path: no text of others stands in a script', ({ steps }) => {
  expect(steps.filter(({ run }) => OF_OTHERS.test(run ?? ''))).toEqual([]);
});

test.each(workflows)('$path: nothing is permitted but what a job names', ({ workflow, jobs }) => {
  expect(workflow.permissions).toEqual({});
  expect(jobs.filter((job) => job.permissions === undefined)).toEqual([]);
});

test.each(workflows)('$path: no checkout leaves the token behind', ({ steps }) => {
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
});

test.each(workflows)('$path: every job of its own ends in time', ({ jobs }) => {
  const own = jobs.filter((job) => job.uses === undefined);
  expect(own.filter((job) => !(job['timeout-minutes'] > 0))).toEqual([]);
});
