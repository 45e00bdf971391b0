import { setOutput, warning } from '@actions/core';
import { type LinkTo, type Machine, type Report, type ReportLinks, renderMarkdown } from '@flamestep/report';
import { annotations } from '../annotate/annotations.ts';
import { createLinkTo, readTree } from '../comment/link-to.ts';
import { postReports } from '../comment/post-reports.ts';
import { RESTRICTED_NOTICE } from '../comment/restricted-notice.ts';
import { artifactNames } from '../artifact/artifact-names.ts';
import { isEnterpriseServer } from '../artifact/is-enterprise-server.ts';
import { howToKeepBaselines } from '../baseline/how-to-keep-baselines.ts';
import type { ActionEvent } from '../event/read-event.ts';
import type { Client } from '../github/client.ts';
import { describeFailure } from '../github/describe-failure.ts';
import type { MeasureInputs } from '../inputs/measure-inputs.ts';
import { outcomeOf } from '../outcome/outcome.ts';
import { sendToPortal } from '../portal/send-to-portal.ts';
import type { MeasuredRun } from '../runs/measured-run.ts';
import type { Shell } from '../shell/run-entry.ts';
import { writeSummary } from '../shell/write-summary.ts';
import { keepBaseline } from './keep-baseline.ts';
import { runUrl } from './run-url.ts';
import { uploadReport } from './upload-report.ts';
import { writeReportFiles } from './write-report-files.ts';

/** A report, and all that it takes to tell of it. */
export interface Announcement {
  readonly shell: Shell;
  readonly inputs: MeasureInputs;
  readonly event: ActionEvent;
  /** Undefined without a token. */
  readonly client: Client | undefined;
  readonly machine: Machine;
  readonly head: readonly MeasuredRun[];
  readonly report: Report;
  /** The branch of which no run has kept a baseline, where that is why nothing was compared. */
  readonly unkept: string | undefined;
  /** Where thresholds stand. */
  readonly configLink: string | undefined;
}

/** How a finding is accepted. */
const DOCS = 'https://github.com/flamestep/flamestep/blob/main/packages/action/configuration.md';

/**
 * Says what a report says: in files, artifacts, the job summary, the pull request, annotations, the portal and the outputs. Trouble with
 * any of these is a warning, and keeps none of the others from being done.
 */
export async function announce(announcement: Announcement): Promise<void> {
  const { shell, inputs, event, report } = announcement;
  const { job, log } = shell;
  const names = artifactNames(inputs.key, job.run.attempt);
  const files = await writeReportFiles(report, job.folder, names);
  const page = await uploadReport(files, names, job, log);
  if (event.kind !== 'pull-request') await keepBaseline(announcement);
  const portal = await sendToPortal(report, inputs.portal, shell);
  const links: ReportLinks = {
    summary: runUrl(job),
    docs: DOCS,
    ...(page === undefined ? {} : { artifact: page }),
    ...(portal === undefined ? {} : { portal }),
    ...(announcement.configLink === undefined ? {} : { config: announcement.configLink }),
  };
  const linkTo = await linksOf(announcement);
  const summary = renderMarkdown(report, { surface: 'summary', links, linkTo }).text;
  // The branch's own run has just kept one; a company's own server keeps none.
  const isAdvised = announcement.unkept !== undefined && event.kind !== 'branch' && !isEnterpriseServer(job.serverUrl);
  const advice = isAdvised ? `\n${howToKeepBaselines(announcement.unkept)}\n` : '';
  await writeSummary(`${summary}${advice}`, job.env['GITHUB_STEP_SUMMARY'], log);
  for (const { file, line, title, message } of annotations(report)) warning(message, { file, startLine: line, title });
  const posted = await comment(announcement, links, linkTo);

  const { status, regressions, improvements, unstable } = outcomeOf([report]);
  const outputs = {
    status,
    regressions,
    improvements,
    unstable,
    'comment-id': posted?.id ?? '',
    'comment-url': posted?.url ?? '',
    'report-path': files.html.path,
    'result-path': files.result.path,
    'baseline-sha': report.subject.base?.commit ?? '',
    'baseline-distance': report.baseline?.distance ?? '',
  };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/** Only rows of findings are linked, so trees are asked for only where there are some. */
async function linksOf({ shell, event, client, report }: Announcement): Promise<LinkTo | undefined> {
  if (client === undefined || report.profiles.every(({ findings, indications }) => findings.length + indications.length === 0))
    return undefined;
  const { repository, serverUrl, sha } = shell.job;
  const headSha = event.kind === 'pull-request' ? event.headSha : sha;
  const baseSha = report.subject.base?.commit;
  try {
    const head = await readTree(client, repository, headSha);
    const base = baseSha === undefined ? undefined : await readTree(client, repository, baseSha);
    return createLinkTo({ serverUrl, ...repository }, { ...(head && { head }), ...(base && { base }) });
  } catch (error) {
    shell.log.info(`Functions are not linked to their lines: ${describeFailure(error, 'contents: read')}.`);
    return undefined;
  }
}

async function comment({ shell, inputs, event, client, report }: Announcement, links: ReportLinks, linkTo: LinkTo | undefined) {
  const { job, log } = shell;
  if (event.kind !== 'pull-request') return undefined;
  if (inputs.leg !== undefined) {
    log.info(
      'No comment of this leg: flamestep/flamestep/packages/action/merge makes one for all, after the jobs of the matrix.',
    );
    return undefined;
  }
  if (event.isRestricted) {
    log.notice(RESTRICTED_NOTICE);
    return undefined;
  }
  if (client === undefined) {
    if (inputs.comment !== 'never') {
      log.warning("There is no comment, because 'github-token' is empty. The summary of this job has the whole report.");
    }
    return undefined;
  }
  return postReports({
    client,
    log,
    place: { owner: job.repository.owner, repo: job.repository.repo, pullRequest: event.number },
    key: inputs.key,
    title: inputs.name,
    reports: [report],
    run: job.run,
    headSha: event.headSha,
    when: inputs.comment,
    isFork: false,
    links,
    linkTo,
  });
}
