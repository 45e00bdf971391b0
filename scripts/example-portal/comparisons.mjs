import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const DAY_MS = 86_400_000;
/** The newest result is so many days old. */
const NEWEST = 0.4;
/** Runs of earlier results that a result of main is compared with. */
const MOST_BASE_RUNS = 5;

/**
 * The comparisons of a service of the plan, results of main oldest first, then those of pull requests. `fixtures` is that folder,
 * `now` milliseconds since 1970.
 */
export function comparisonsOf({ service, name, runs, results, pullRequests, sampleTypes = [] }, fixtures, now) {
  const filesOf = (state) => runsIn(join(fixtures, runs, state));
  const commit = (place) => createHash('sha1').update(`${service} ${place}`).digest('hex');
  const at = (daysAgo) => new Date(now - daysAgo * DAY_MS).toISOString();
  const common = { service, name, repository: `shop/${service}`, sampleTypes };

  const unused = new Map();
  const takeRuns = (state, count) => {
    if ((unused.get(state) ?? []).length < count) unused.set(state, filesOf(state));
    return unused.get(state).splice(0, count);
  };
  const main = results.flatMap(({ state, count, runsEach, days, merges }) =>
    Array.from({ length: count }, (_, index) => ({
      state,
      days,
      files: takeRuns(state, runsEach),
      title: index === 0 ? merges : undefined,
    })),
  );
  let daysAgo = NEWEST;
  for (const result of [...main].reverse()) {
    result.daysAgo = daysAgo;
    daysAgo += result.days;
  }
  return [
    ...main.map(({ files, daysAgo, title }, place) => ({
      ...common,
      base: baseOf(main, place),
      head: files,
      baseCommit: commit(place - 1),
      headCommit: commit(place),
      about: { label: 'main', ...(title !== undefined && { title }) },
      recordedAt: at(daysAgo),
      run: String(9_000_000_000 + place),
      parameters: { branch: 'main', event: 'push' },
    })),
    ...pullRequests.map(({ number, title, daysAgo, base, head }) => ({
      ...common,
      base: filesOf(base).slice(0, MOST_BASE_RUNS),
      head: filesOf(head).slice(-MOST_BASE_RUNS),
      baseCommit: commit(main.filter((result) => result.daysAgo > daysAgo).length - 1),
      headCommit: commit(`#${number}`),
      about: { label: `change-${number}`, pullRequest: number, title },
      recordedAt: at(daysAgo),
      run: String(9_100_000_000 + number),
      parameters: { branch: `change-${number}`, event: 'pull_request' },
    })),
  ];
}

/** Runs of the results before, of one state, newest first; of the first result its own, because nothing was before it. */
function baseOf(main, place) {
  const before = main.slice(0, place).reverse();
  if (before.length === 0) return main[place].files;
  return before
    .filter(({ state }) => state === before[0].state)
    .flatMap(({ files }) => files)
    .slice(0, MOST_BASE_RUNS);
}

function runsIn(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.pb.gz'));
  return names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).map((name) => join(folder, name));
}
