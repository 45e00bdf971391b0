import { DAY_MS } from '../day-ms.ts';
import { median } from '../median.ts';
import type { Question } from '../question.ts';
import { failureShare } from './failure-share.ts';
import { firstComments } from './first-comments.ts';
import type { Issue } from './github-api.ts';
import type { GithubSurvey } from './github-survey.ts';

const SEVERE = /^(?:sev(?:erity)?[-: ]?1|p1)$/i;
const SERIOUS = /^(?:sev(?:erity)?[-: ]?[12]|p[12])$/i;
const DETECTED_BY_ALERT = /^detected-by:\s*(?:alert|monitor)/i;
const POSTMORTEM = /https?:\/\/\S*post-?mortem|post-?mortem:\s*(?:https?:|#\d)/i;
/** What a description of a drill must tell. */
const DRILL_FIELDS = [/scenario/i, /detected[ _]in/i, /recovered[ _]in/i, /actions/i];
const PIPELINE = /fluent|collector|log shipper|telemetry|vector|otel/i;

/** What issues tell of incidents and drills. */
export function incidentQuestions({ api, requests, incidents, deployments, since, window, question }: GithubSurvey): Question[] {
  const recent = async (days: number) => (await incidents()).filter(({ createdAt }) => createdAt >= since(days));
  return [
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
      const [found, deployed] = await Promise.all([recent(28), deployments()]);
      const seconds = recoveries(found);
      return {
        window: window(28),
        values: {
          severe: found.filter(isSevere).length,
          recoveryMedian: seconds.length === 0 ? 0 : median(seconds),
          changeFailureShare: failureShare(deployed, since(28)),
        },
      };
    }),
    question('response-load', 'issues?labels=incident that an app opened: first comment of a person - created_at', async () => {
      const told = (await recent(28)).filter(({ isByBot }) => isByBot);
      const answered = told.length === 0 ? new Map<string, number>() : await firstComments(requests(), since(28));
      // What was closed without a word may have cleared before anybody saw it; what is open still waits.
      const seconds = told.flatMap(({ url, createdAt, closedAt }) => {
        const end = answered.get(url) ?? (Number.isNaN(closedAt) ? since(0) : undefined);
        return end === undefined ? [] : [Math.max(0, end - createdAt) / 1000];
      });
      // Of what a person opened, it is not known when the alert told them.
      const acknowledgeMedian = seconds.length === 0 ? null : median(seconds);
      return { window: window(28), values: { acknowledgeMedian }, samples: seconds.length };
    }),
    question('incident-reviews', 'issues?labels=incident and issues?labels=incident-action', async () => {
      const [all, actions] = await Promise.all([incidents(), api().issues('incident-action', since(180))]);
      const found = all.filter(({ createdAt }) => createdAt >= since(90));
      const serious = found.filter(({ labels }) => labels.some((label) => SERIOUS.test(label)));
      const reviewed = serious.filter(({ labels, body }) => labels.includes('postmortem') || POSTMORTEM.test(body));
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
    question('drills', 'issues?labels=game-day', async () => {
      const found = (await api().issues('game-day', since(180))).filter(({ createdAt }) => createdAt >= since(180));
      const told = found.filter(({ body }) => DRILL_FIELDS.every((field) => field.test(body)));
      const pipeline = told.filter(({ title, body }) => PIPELINE.test(`${title} ${body}`));
      // Whether an alert rang during one is not known here.
      return { window: window(180), values: { corroborated: null, pipeline: pipeline.length }, samples: told.length };
    }),
  ];
}

/** Whether an incident is of the highest severity. */
export function isSevere({ labels }: Issue): boolean {
  return labels.some((label) => SEVERE.test(label));
}

function recoveries(issues: readonly Issue[]): number[] {
  return issues.filter(({ closedAt }) => !Number.isNaN(closedAt)).map(({ createdAt, closedAt }) => (closedAt - createdAt) / 1000);
}
