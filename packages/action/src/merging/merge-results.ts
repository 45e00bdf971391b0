import { setOutput, setSecret } from '@actions/core';
import { type Report, type ReportLinks, renderJson, renderMarkdown, renderTerminal } from '@flamestep/report';
import { artifactNames, resultSeries } from '../artifact/artifact-names.ts';
import { uploadArtifact } from '../artifact/upload-artifact.ts';
import { commentKey, legKey } from '../comment/comment-key.ts';
import { linkToHead } from '../comment/link-to-head.ts';
import { postReports } from '../comment/post-reports.ts';
import { RESTRICTED_NOTICE } from '../comment/restricted-notice.ts';
import { readEvent } from '../event/read-event.ts';
import { createClient } from '../github/client.ts';
import { describeFailure } from '../github/describe-failure.ts';
import { readMergeInputs } from '../inputs/merge-inputs.ts';
import { gate } from '../measure/gate.ts';
import { headRevision } from '../measure/head-revision.ts';
import { runUrl } from '../measure/run-url.ts';
import { outcomeOf } from '../outcome/outcome.ts';
import { findResults } from '../results/find-results.ts';
import { RESULT_FILE } from '../results/read-result.ts';
import type { Shell, StepResult } from '../shell/run-entry.ts';
import { writeSummary } from '../shell/write-summary.ts';
import { completeLegs, type Matrix } from './complete-legs.ts';

/** Results that are read; with what else it asks, that stays below its 25 requests. */
export const MOST_LEGS = 14;

/**
 * Makes one comment and one summary of what the legs of a matrix measured in this run, and names the legs that are missing. Throws
 * `ActionError` for inputs and events; trouble with GitHub is a warning.
 */
export async function mergeResults(shell: Shell): Promise<StepResult> {
  const { job, log } = shell;
  const inputs = readMergeInputs(shell.inputs, job.workflow);
  setSecret(inputs.token);
  const event = readEvent(job);
  const client = createClient(inputs.token, shell.wait);
  const { name, key, expected } = inputs;
  const { found, unread } = await findLegs();
  const run = { id: String(job.run.id), attempt: job.run.attempt, url: runUrl(job) };
  const head = headRevision(job, event);
  const reports = completeLegs(found, { name, key, expected, head, run, unread });
  for (const report of reports) for (const line of renderTerminal(report).split('\n')) log.info(line);
  await uploadMissing(reports);

  const links: ReportLinks = { summary: runUrl(job) };
  const linkTo = await linkToHead(client, { serverUrl: job.serverUrl, ...job.repository }, head.commit ?? job.sha, reports);
  const { text } = renderMarkdown(reports, { key, title: name, surface: 'summary', links, linkTo });
  await writeSummary(text, job.env['GITHUB_STEP_SUMMARY'], log);
  const posted = await comment();
  const { status, regressions, improvements, unstable } = outcomeOf(reports);
  const outputs = {
    status,
    regressions,
    improvements,
    unstable,
    'comment-id': posted?.id ?? '',
    'comment-url': posted?.url ?? '',
  };
  for (const [output, value] of Object.entries(outputs)) setOutput(output, value);

  const failures = reports.flatMap((report) => gate(report, inputs.failOn) ?? []);
  for (const failure of failures) log.error(failure);
  return failures.length === 0 ? 'success' : 'failure';

  async function findLegs(): Promise<{ found: readonly Report[]; unread: Matrix['unread'] }> {
    const first = expected.map((leg) => resultSeries(legKey(key, leg)));
    try {
      const results = await findResults(client, job.repository, job.run.id, { most: MOST_LEGS, first });
      for (const problem of results.problems) log.warning(problem);
      return { found: results.reports.filter((report) => commentKey(report) === key), unread: results.unread };
    } catch (error) {
      log.warning(
        `The results of the legs could not be had: ${describeFailure(error, 'actions: read')}. They stand in the summaries of their jobs.`,
      );
      return { found: [], unread: 'unknown' };
    }
  }

  /** For the second stage, which cannot know what was expected. */
  async function uploadMissing(all: readonly Report[]): Promise<void> {
    if (event.kind !== 'pull-request' || !event.isRestricted || unread === 'unknown') return;
    for (const report of all) {
      if (report.state.kind !== 'missing' || found.includes(report)) continue;
      // Whose result is there already, the second stage reads itself.
      if (unread.includes(resultSeries(report.subject.key))) continue;
      const { result } = artifactNames(report.subject.key, job.run.attempt);
      const files = new Map([[RESULT_FILE, new TextEncoder().encode(renderJson(report))]]);
      try {
        await uploadArtifact({ name: result, files, folder: job.folder });
      } catch (error) {
        log.warning(
          `That ${report.subject.leg} is missing will not stand in the comment: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
  }

  async function comment() {
    if (event.kind !== 'pull-request') return undefined;
    if (event.isRestricted) {
      log.notice(RESTRICTED_NOTICE);
      return undefined;
    }
    const place = { owner: job.repository.owner, repo: job.repository.repo, pullRequest: event.number };
    return postReports({
      client,
      log,
      place,
      key,
      title: name,
      reports,
      run: job.run,
      headSha: event.headSha,
      when: inputs.comment,
      isFork: false,
      links,
      linkTo,
    });
  }
}
