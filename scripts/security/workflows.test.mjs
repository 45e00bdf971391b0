import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((path) => {
  const workflow = parse(readFileSync(new URL(path, folder), 'utf8'));
  const jobs = Object.values(workflow.jobs);
  return { path, workflow, jobs, steps: jobs.flatMap((job) => job.steps ?? []) };
});

/** What GitHub fills in before a shell sees it, and other people can choose. */
const OF_OTHERS = /\$\{\{[^}]*\b(github\.(event|head_ref|ref_name|actor)|inputs|steps|needs)\b/;

test.each(workflows)('$path: no text of others stands in a script', ({ steps }) => {
  expect(steps.filter(({ run }) => OF_OTHERS.test(run ?? ''))).toEqual([]);
});

test.each(workflows)('$path: nothing is permitted but what a job names', ({ workflow, jobs }) => {
  expect(workflow.permissions).toEqual({});
  expect(jobs.filter((job) => job.permissions === undefined)).toEqual([]);
});

test.each(workflows)('$path: every job of its own ends in time', ({ jobs }) => {
  const own = jobs.filter((job) => job.uses === undefined);
  expect(own.filter((job) => !(job['timeout-minutes'] > 0))).toEqual([]);
});
