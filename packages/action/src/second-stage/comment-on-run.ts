import { setOutput, setSecret } from '@actions/core';
import type { Report } from '@flamestep/report';
import { ActionError } from '../action-error.ts';
import { commentKey } from '../comment/comment-key.ts';
import { linkToHead } from '../comment/link-to-head.ts';
import { postReports } from '../comment/post-reports.ts';
import { type Client, createClient } from '../github/client.ts';
import { describeFailure } from '../github/describe-failure.ts';
import { readCommentWhen } from '../inputs/posting-inputs.ts';
import { findResults } from '../results/find-results.ts';
import type { Shell, StepResult } from '../shell/run-entry.ts';
import { findPullRequest, type MeasuringRun, readMeasuringRun } from './find-pull-request.ts';
import { trustedReport } from './trusted-report.ts';

/** Comments and results of one run: a comment takes up to four of its 25 requests, a result one. */
const MOST_COMMENTS = 3;
export const MOST_RESULTS = 8;

/**
 * Posts what a workflow of a pull request measured, from a workflow of the default branch, whose token can write. It takes nothing from
 * the pull request but numbers and names: it checks nothing out, reads no profile, and asks GitHub which pull request it is.
 * Throws `ActionError` `event` or `input`; trouble with GitHub is a warning.
 */
export async function commentOnRun({ job, inputs, log, wait }: Shell): Promise<StepResult> {
  const when = readCommentWhen(inputs);
  const token = inputs.text('github-token');
  if (token === undefined)
    throw new ActionError('input', "The input 'github-token' is empty; leave it out to use the job's own.");
  setSecret(token);
  const run = job.eventName === 'workflow_run' ? readMeasuringRun(job.payload) : undefined;
  if (run === undefined) {
    throw new ActionError(
      'event',
      `flamestep/flamestep/packages/action/comment runs on workflow_run, after the workflow that measures, not on ${job.eventName}. Where the job itself may comment, flamestep does so without it.`,
    );
  }
  if (run.event !== 'pull_request') {
    log.info(`The run was started by ${run.event}: there is no pull request to comment on.`);
    return 'success';
  }
  const client = createClient(token, wait);
  try {
    await post({ client, run, job, log, when });
  } catch (error) {
    log.warning(
      `There is no comment, or an old one: ${describeFailure(error, 'actions: read, pull-requests: write')}. The summary of the run has the report: ${run.url}`,
    );
  }
  return 'success';
}

interface Posting extends Pick<Shell, 'job' | 'log'> {
  readonly client: Client;
  readonly run: MeasuringRun;
  readonly when: ReturnType<typeof readCommentWhen>;
}

async function post({ client, run, job, log, when }: Posting): Promise<void> {
  const { repository, serverUrl } = job;
  const pull = await findPullRequest(client, repository, run);
  if (pull.kind === 'none')
    return log.notice('The pull request is closed, or its branch or fork is gone; there is nothing to comment on.');
  if (pull.kind === 'superseded') {
    return log.notice(
      `Superseded: pull request ${pull.number} has moved on from ${run.headSha.slice(0, 7)}, and its own run will report.`,
    );
  }
  const { reports, problems } = await findResults(client, repository, run.id, { most: MOST_RESULTS });
  for (const problem of problems) log.warning(problem);
  if (reports.length === 0) return log.notice('The run left no result to comment on; its log says why.');

  const name = `${repository.owner}/${repository.repo}`;
  const fork = run.headRepository?.id === job.repositoryId ? undefined : run.headRepository?.name;
  const origin = { repository: name, run, headSha: run.headSha, pullRequest: pull.number, title: pull.title, fork };
  const byKey = groupByKey(reports.map((report) => trustedReport(report, origin)));
  if (byKey.length > MOST_COMMENTS) {
    log.warning(
      `The run has results for ${byKey.length} comments; ${MOST_COMMENTS} are posted. Give matrix jobs one 'key' and a 'leg' each.`,
    );
  }
  const linkTo = await linkToHead(client, { serverUrl, ...repository }, run.headSha, reports);
  for (const [key, group] of byKey.slice(0, MOST_COMMENTS)) {
    const posted = await postReports({
      client,
      log,
      place: { owner: repository.owner, repo: repository.repo, pullRequest: pull.number },
      key,
      title: group[0]!.subject.name,
      reports: group,
      run,
      headSha: run.headSha,
      when,
      isFork: fork !== undefined,
      links: { summary: run.url },
      linkTo,
    });
    // Of several, the last.
    setOutput('comment-id', posted?.id ?? '');
    setOutput('comment-url', posted?.url ?? '');
  }
}

function groupByKey(reports: readonly Report[]): readonly (readonly [string, readonly Report[]])[] {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const group = groups.get(commentKey(report));
    if (group === undefined) groups.set(commentKey(report), [report]);
    else group.push(report);
  }
  return [...groups];
}
