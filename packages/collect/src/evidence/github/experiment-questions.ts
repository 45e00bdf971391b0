import type { ServiceKind } from '@flamestep/maturity';
import { type Question, unavailable } from '../question.ts';
import type { Deployment } from './github-api.ts';
import type { GithubSurvey } from './github-survey.ts';
import { isFlagFile, readKillSwitch } from './read-kill-switch.ts';

const VERDICT = /verdict/i;
/** What the description of a chaos experiment must tell for it to have bounds. */
const BOUNDS = [/steady[ _-]state/i, /(?:stop|abort)[ _-]condition/i];

/** What deployments to stages before production tell, and issues about chaos experiments. */
export function experimentQuestions(
  { source, api, files, deployments, since, window, question }: GithubSurvey,
  kind: ServiceKind,
): Question[] {
  const { canaryEnvironment = 'canary', dryRunEnvironment = 'dry-run' } = source;
  const [stage, field] = kind === 'batch' ? [dryRunEnvironment, 'dryRunShare'] : [canaryEnvironment, 'progressiveShare'];
  const questions = [
    question('progressive-delivery', `deployments, and deployments?environment=${encodeURIComponent(stage)}`, async () => {
      const [deployed, staged] = await Promise.all([deployments(), api().deployments(since(180), stage)]);
      const recent = deployed.filter(({ createdAt }) => createdAt >= since(90));
      const missing = recent.length === 0 ? 'production' : staged.length === 0 ? stage : undefined;
      // A binary cannot be rolled back: what is on phones is switched off.
      const killSwitch = kind === 'mobile' ? await killSwitchOf() : undefined;
      if (missing !== undefined && killSwitch !== true) {
        return unavailable('no-data', `no deployments to the environment ${missing} are recorded`, { window: window(90) });
      }
      const share = missing === undefined ? stagedShare(recent, staged) : null;
      return {
        window: window(90),
        values: { [field]: share, ...(killSwitch !== undefined && { killSwitch }) },
        samples: recent.length,
      };
    }),
  ];
  if (kind === 'backend' || kind === 'batch') {
    questions.push(
      question('chaos-experiments', 'issues?labels=chaos-experiment', async () => {
        const issues = await api().issues('chaos-experiment', since(90));
        const recorded = issues.filter(({ closedAt, body }) => closedAt >= since(90) && VERDICT.test(body));
        const bounded = recorded.filter(({ body }) => BOUNDS.every((bound) => bound.test(body)));
        const boundedShare = recorded.length === 0 ? null : bounded.length / recorded.length;
        return { window: window(90), values: { recorded: recorded.length, boundedShare } };
      }),
    );
  }
  return questions;

  async function killSwitchOf(): Promise<true | null> {
    const { paths, read } = await files();
    return readKillSwitch(await read(paths.filter(isFlagFile)));
  }
}

/** Share of the deployments whose commit had succeeded on the stage before it came to production. */
function stagedShare(deployments: readonly Deployment[], staged: readonly Deployment[]): number {
  const tried = deployments.filter(({ sha, createdAt }) =>
    staged.some((earlier) => earlier.sha === sha && earlier.succeededAt <= createdAt),
  );
  return tried.length / deployments.length;
}
