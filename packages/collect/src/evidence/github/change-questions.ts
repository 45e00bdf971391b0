import type { ServiceKind } from '@flamestep/maturity';
import { type Question, unavailable } from '../question.ts';
import type { GithubSurvey } from './github-survey.ts';

/** Checks that say what a change did to performance. */
const PROFILE_CHECK = /flamestep|pprof/i;
/** So many commits are asked about their checks. */
const MOST_COMMITS = 100;

/** What merged changes tell: work on performance with a comparison, and links to facts. */
export function changeQuestions(
  { api, pulls, incidents, since, window, question }: GithubSurvey,
  kind: ServiceKind,
  telemetryHosts: readonly string[],
): Question[] {
  const questions = [
    question('performance-work', 'issues?labels=performance and commits/{sha}/check-runs', async () => {
      const candidates = (await pulls()).filter(({ labels }) => labels.includes('performance')).slice(0, MOST_COMMITS);
      const checked = await Promise.all(candidates.map(({ sha }) => api().verdicts(sha)));
      return {
        window: window(90),
        values: { fixes: checked.filter((names) => names.some((name) => PROFILE_CHECK.test(name))).length },
      };
    }),
    question('quiet-improvements', 'pulls with the label kaizen, and commits/{sha}/check-runs', async () => {
      const candidates = (await pulls()).filter(({ labels }) => labels.includes('kaizen')).slice(0, MOST_COMMITS);
      // What mends an incident answers what rang.
      const rang = candidates.length === 0 ? [] : (await incidents()).map(({ number }) => number);
      const quiet = candidates.filter(
        ({ title, body }) => !numbersIn(`${title}\n${body}`).some((number) => rang.includes(number)),
      );
      const checked = await Promise.all(quiet.map(({ sha }) => api().verdicts(sha)));
      return {
        window: window(90),
        values: { improvements: checked.filter((names) => names.some((name) => PROFILE_CHECK.test(name))).length },
      };
    }),
  ];
  if (kind === 'backend' || kind === 'batch') {
    questions.push(
      question('cost', 'issues?labels=right-sizing', async () => {
        const found = await api().issues('right-sizing', since(90));
        return { window: window(90), values: { rightSizings: found.filter(({ closedAt }) => closedAt >= since(90)).length } };
      }),
    );
  }
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
  if (kind === 'library') {
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

/** The issues that a text refers to. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/(?:#|\/issues\/)(\d{1,9})\b/g)].map(([, number]) => Number(number));
}

function linkedHosts(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s)>\]"']+/g)].flatMap(([link]) => (URL.canParse(link) ? new URL(link).host : []));
}
