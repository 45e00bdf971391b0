import { lazily } from '../lazily.ts';
import { median } from '../median.ts';
import type { Answer, Context, Question } from '../question.ts';
import { unavailable } from '../question.ts';
import { findRollbacks, type Rollback } from './find-rollbacks.ts';
import { githubApi, type Deployment, type Issue } from './github-api.ts';
import type { GithubSource } from './github-source.ts';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const SEVERE = /^(?:sev(?:erity)?[-: ]?)[1]$|^p1$/i;
const SERIOUS = /^(?:sev(?:erity)?[-: ]?)[12]$|^p[12]$/i;
const DETECTED_BY_ALERT = /^detected-by:\s*(?:alert|monitor)/i;
/** What a description of a drill must tell. */
const DRILL_FIELDS = [/scenario/i, /detected[ _]in/i, /recovered[ _]in/i, /actions/i];
/** Checks that say what a change did to performance. */
const PROFILE_CHECK = /flamestep|pprof/i;
const VERDICT_CHECK = /flamestep|pprof|canary|analysis/i;
/** So many commits are asked about their checks. */
const MOST_COMMITS = 100;

/** What GitHub tells of a service: incidents, drills, deployments, rollbacks, and work on performance. */
export function collectGithub(source: GithubSource, { client, now, manifest }: Context): Question[] {
  const since = (days: number): number => now - days * DAY_MS;
  const window = (days: number) => ({ from: since(days), to: now });
  const api = lazily(() => githubApi(source, client));
  const incidents = lazily(async () =>
    (await api().issues('incident', since(180))).filter(({ isPullRequest }) => !isPullRequest),
  );
  const deployments = lazily(() => api().deployments(since(180)));
  const pulls = lazily(() => api().mergedPulls(since(90)));
  const recent = async (days: number) => (await incidents()).filter(({ createdAt }) => createdAt >= since(days));
  const shown = `GET /repos/${source.repository}`;
  const question = (kind: Question['kind'], query: string, ask: () => Promise<Answer>): Question => {
    return { kind, basis: 'derived', query: `${shown}/${query}`, ask };
  };
  const questions = [
    question('incident-source', 'issues?labels=incident&state=all', async () => ({
      window: window(90),
      values: { incidents: (await recent(90)).length, syncAge: 0 },
    })),
    question('recovery-time', 'issues?labels=incident: closed_at - created_at', async () => {
      const seconds = recoveries(await recent(90));
      const values = { incidents: seconds.length, median: seconds.length === 0 ? null : median(seconds) };
      return { window: window(90), values, samples: seconds.length };
    }),
    question('incident-detection', 'issues?labels=incident: label detected-by:alert', async () => {
      const found = await recent(90);
      const detected = found.filter(({ labels }) => labels.some((label) => DETECTED_BY_ALERT.test(label)));
      const detectedShare = found.length === 0 ? null : detected.length / found.length;
      return { window: window(90), values: { incidents: found.length, detectedShare }, samples: found.length };
    }),
    question('incident-load', 'issues?labels=incident, and deployments', async () => {
      const [found, deployed] = [await recent(28), (await deployments()).filter(({ createdAt }) => createdAt >= since(28))];
      const seconds = recoveries(found);
      return {
        window: window(28),
        values: {
          severe: found.filter(({ labels }) => labels.some((label) => SEVERE.test(label))).length,
          recoveryMedian: seconds.length === 0 ? 0 : median(seconds),
          changeFailureShare: failureShare(deployed, findRollbacks(deployed)),
        },
      };
    }),
    question('incident-reviews', 'issues?labels=incident and issues?labels=incident-action', async () => {
      const [all, actions] = await Promise.all([incidents(), api().issues('incident-action', since(180))]);
      const found = all.filter(({ createdAt }) => createdAt >= since(90));
      const serious = found.filter(({ labels }) => labels.some((label) => SERIOUS.test(label)));
      const reviewed = serious.filter(
        ({ labels, body }) =>
          labels.includes('postmortem') || /https?:\/\/\S*post-?mortem|post-?mortem:\s*(?:https?:|#\d)/i.test(body),
      );
      const due = actions.filter(({ createdAt }) => createdAt >= since(90) && createdAt <= since(30));
      const closed = due.filter(({ createdAt, closedAt }) => closedAt - createdAt <= 30 * DAY_MS);
      const before = median(recoveries(all.filter(({ createdAt }) => createdAt < since(90))));
      const change = median(recoveries(found)) / before;
      return {
        window: window(90),
        values: {
          postmortemShare: serious.length === 0 ? null : reviewed.length / serious.length,
          closedActionShare: due.length === 0 ? null : closed.length / due.length,
          recoveryChange: Number.isFinite(change) ? change : null,
        },
      };
    }),
    question('deliveries', 'deployments and pulls', async () => {
      const [deployed, merged, found] = await Promise.all([deployments(), pulls(), incidents()]);
      if (deployed.length === 0)
        return unavailable('no-data', 'no deployments to production in 180 days are recorded', { window: window(180) });
      const severe = found.filter(({ labels }) => labels.some((label) => SEVERE.test(label)));
      const risky = merged.filter(({ labels }) => labels.includes('risky') || labels.includes('major-upgrade'));
      const shipped = risky.filter(
        ({ mergedAt }) => !severe.some(({ createdAt }) => createdAt >= mergedAt && createdAt - mergedAt <= DAY_MS),
      );
      return {
        window: window(180),
        values: {
          perWeek: (deployed.length * WEEK_DAYS) / 180,
          changeFailureShare: failureShare(deployed, findRollbacks(deployed)),
          riskyShipped: shipped.length,
        },
        samples: deployed.length,
      };
    }),
    question('rollbacks', 'deployments whose commit ran before', async () => {
      const found = findRollbacks(await deployments());
      const seconds = found.map(({ milliseconds }) => milliseconds / 1000);
      return {
        window: window(180),
        values: { rollbacks: found.length, median: seconds.length === 0 ? null : median(seconds) },
        samples: found.length,
      };
    }),
    question('drills', 'issues?labels=game-day', async () => {
      const found = (await api().issues('game-day', since(180))).filter(({ createdAt }) => createdAt >= since(180));
      const told = found.filter(({ body }) => DRILL_FIELDS.every((field) => field.test(body)));
      const pipeline = told.filter(({ title, body }) =>
        /fluent|collector|log shipper|telemetry|vector|otel/i.test(`${title} ${body}`),
      );
      // Whether an alert rang during one is not known here.
      return { window: window(180), values: { corroborated: null, pipeline: pipeline.length }, samples: told.length };
    }),
    question('performance-work', 'issues?labels=performance and commits/{sha}/check-runs', async () => {
      const candidates = (await pulls()).filter(({ labels }) => labels.includes('performance')).slice(0, MOST_COMMITS);
      const checked = await Promise.all(candidates.map(({ sha }) => api().verdicts(sha)));
      return {
        window: window(90),
        values: { fixes: checked.filter((names) => names.some((name) => PROFILE_CHECK.test(name))).length },
      };
    }),
    question('deploy-verdicts', 'deployments and commits/{sha}/check-runs', async () => {
      const shas = (await deployments()).filter(({ createdAt }) => createdAt >= since(30)).map(({ sha }) => sha);
      if (shas.length === 0)
        return unavailable('no-data', 'no deployments to production in 30 days are recorded', { window: window(30) });
      const asked = shas.slice(-MOST_COMMITS);
      const checked = await Promise.all(asked.map((sha) => api().verdicts(sha)));
      const judged = checked.filter((names) => names.some((name) => VERDICT_CHECK.test(name)));
      return { window: window(30), values: { verdictShare: judged.length / asked.length }, samples: asked.length };
    }),
  ];
  const { telemetryHosts = [] } = source;
  if (telemetryHosts.length > 0) {
    questions.push(
      question('fact-citations', 'pulls: links to telemetry', async () => {
        const merged = await pulls();
        if (merged.length === 0) return unavailable('no-data', 'nothing was merged in 90 days', { window: window(90) });
        const cited = merged.filter(({ body }) => linkedHosts(body).some((host) => telemetryHosts.includes(host)));
        return { window: window(90), values: { citedShare: cited.length / merged.length }, samples: merged.length };
      }),
    );
  }
  if (manifest.service.kind === 'library') {
    questions.push(
      question('ci-profiles', 'pulls and commits/{sha}/check-runs', async () => {
        const merged = (await pulls()).filter(({ mergedAt }) => mergedAt >= since(28)).slice(0, MOST_COMMITS);
        if (merged.length === 0) return unavailable('no-data', 'nothing was merged in 28 days', { window: window(28) });
        const checked = await Promise.all(merged.map(({ sha }) => api().verdicts(sha)));
        const compared = checked.filter((names) => names.some((name) => PROFILE_CHECK.test(name)));
        return { window: window(28), values: { comparedShare: compared.length / merged.length }, samples: merged.length };
      }),
    );
  }
  return questions;
}

function recoveries(issues: readonly Issue[]): number[] {
  return issues.filter(({ closedAt }) => !Number.isNaN(closedAt)).map(({ createdAt, closedAt }) => (closedAt - createdAt) / 1000);
}

/** Deployments that failed or were taken back; null where there were none. */
function failureShare(deployments: readonly Deployment[], rollbacks: readonly Rollback[]): number | null {
  const back = new Set(rollbacks.map(({ to }) => to));
  const changes = deployments.filter((deployment) => !back.has(deployment));
  const taken = new Set(rollbacks.map(({ of }) => of));
  const failed = changes.filter((deployment) => deployment.failed || taken.has(deployment));
  return changes.length === 0 ? null : failed.length / changes.length;
}

function linkedHosts(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s)>\]"']+/g)].flatMap(([link]) => (URL.canParse(link) ? new URL(link).host : []));
}
