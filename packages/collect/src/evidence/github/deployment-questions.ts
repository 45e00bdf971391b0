import { DAY_MS } from '../day-ms.ts';
import { median } from '../median.ts';
import { type Question, unavailable } from '../question.ts';
import { failureShare } from './failure-share.ts';
import { findRollbacks } from './find-rollbacks.ts';
import type { GithubSurvey } from './github-survey.ts';
import { isSevere } from './incident-questions.ts';

const WEEK_DAYS = 7;
const VERDICT_CHECK = /flamestep|pprof|canary|analysis/i;
/** So many commits are asked about their checks. */
const MOST_COMMITS = 100;

/** What deployments tell: how often, how they fail, how they are taken back, and whether anything judged them. */
export function deploymentQuestions({ api, incidents, deployments, pulls, since, window, question }: GithubSurvey): Question[] {
  return [
    question('deliveries', 'deployments and pulls', async () => {
      const [deployed, merged, found] = await Promise.all([deployments(), pulls(), incidents()]);
      if (deployed.length === 0)
        return unavailable('no-data', 'no deployments to production in 180 days are recorded', { window: window(180) });
      const severe = found.filter(isSevere);
      const risky = merged.filter(({ labels }) => labels.includes('risky') || labels.includes('major-upgrade'));
      const shipped = risky.filter(
        ({ mergedAt }) => !severe.some(({ createdAt }) => createdAt >= mergedAt && createdAt - mergedAt <= DAY_MS),
      );
      return {
        window: window(180),
        values: {
          perWeek: (deployed.length * WEEK_DAYS) / 180,
          changeFailureShare: failureShare(deployed, since(180)),
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
}
