import { DAY_MS } from '../day-ms.ts';
import { trend } from '@flamestep/diff';
import { type Report, seriesOfReports } from '@flamestep/report';
import { lazily } from '../lazily.ts';
import { type Context, type Question, unavailable } from '../question.ts';
import type { FlamestepSource } from './flamestep-source.ts';

/** A finding is to have an issue or a note by then. */
const PATIENCE_MS = 72 * 3_600_000;

/** What flamestep's own reports tell: what got slower and was left, what got faster, and which deploys had a verdict. */
export function collectReports(source: FlamestepSource, { manifest, now, isExplained, deployments }: Context): Question[] {
  const reports = source.reports.filter(({ provenance, state }) => provenance.fork === undefined && state.kind === 'compared');
  const since = (days: number) => reports.filter((report) => now - timeOf(report) <= days * DAY_MS);
  const window = (days: number) => ({ from: now - days * DAY_MS, to: now });
  const isLibrary = manifest.service.kind === 'library';
  /** What is 1.5 times its usual level now, and since when; `undefined` where no report tells. */
  const findWorse = lazily(() => {
    const series = seriesOfReports(reports);
    if (series.length === 0) return undefined;
    return series.flatMap((one) => {
      const found = trend(one.points).worse;
      return found === undefined ? [] : [{ name: one.function?.name ?? one.key, since: Date.parse(found.since.time) }];
    });
  });
  const questions: Question[] = [
    {
      kind: isLibrary ? 'benchmark-deviations' : 'deviations',
      basis: 'measured',
      query: 'trend of the reports of the main branch: 1.5 times the usual level',
      ask: async () => {
        const worse = findWorse();
        if (worse === undefined) return unavailable('no-data', 'there is no report of the main branch with a time and a commit');
        const old = worse.filter((one) => now - one.since > PATIENCE_MS);
        const explained = await Promise.all(old.map(({ name }) => isExplained(name)));
        const unexplained = explained.filter((one) => !one).length;
        const times = reports.map(timeOf).filter((time) => !Number.isNaN(time));
        const baselineWeeks = Math.floor((now - Math.min(...times)) / (7 * DAY_MS));
        const samples = Math.min(...reports.flatMap(({ profiles }) => profiles.map((profile) => profile.samples.head)));
        return isLibrary
          ? { window: window(90), values: { releases: since(90).length, unexplained } }
          : { window: window(7), values: { baselineWeeks, deviations: worse.length, unexplained }, samples };
      },
    },
    {
      kind: 'performance-work',
      basis: 'measured',
      query: 'reports of the main branch that found something faster, and what is 1.5 times the usual level',
      ask: async () => {
        const fixes = since(90).filter(({ profiles }) => profiles.some(({ verdict }) => verdict === 'faster'));
        // What got worse and better again was fixed, and is counted there.
        const worse = findWorse();
        return { window: window(90), values: { fixes: fixes.length, ...(worse !== undefined && { deviations: worse.length }) } };
      },
    },
  ];
  if (isLibrary) {
    questions.push({
      kind: 'benchmarks',
      basis: 'measured',
      query: 'reports of the main branch, by what they are about',
      ask: async () => {
        const last = Math.max(...reports.map(timeOf).filter((time) => !Number.isNaN(time)));
        const benchmarks = new Set(reports.map(({ subject }) => subject.key)).size;
        return { values: { benchmarks, age: Number.isFinite(last) ? Math.max(0, now - last) / DAY_MS : null } };
      },
    });
  }
  const { deploys } = source;
  const findDeploys = deploys === undefined ? deployments : async () => deploys;
  // Without reports, checks of the commits may still tell; that is for the repository to say.
  if (findDeploys !== undefined && (deploys !== undefined || reports.length > 0)) {
    questions.push({
      kind: 'deploy-verdicts',
      basis: 'measured',
      query: 'production deployments whose commit has a report',
      ask: async () => {
        const recent = (await findDeploys()).filter(({ time }) => now - Date.parse(time) <= 30 * DAY_MS);
        if (recent.length === 0)
          return unavailable('no-data', 'no deployments to production in 30 days are known', { window: window(30) });
        const commits = reports.flatMap(({ subject }) => subject.head.commit ?? []);
        const judged = recent.filter(({ commit }) => commits.some((other) => isSame(commit, other)));
        return { window: window(30), values: { verdictShare: judged.length / recent.length }, samples: recent.length };
      },
    });
  }
  return questions;
}

function timeOf({ provenance }: Report): number {
  return Date.parse(provenance.recordedAt ?? '');
}

/** Hashes may be written short, but not so short that they mean anything. */
function isSame(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 7 && (a.startsWith(b) || b.startsWith(a));
}
