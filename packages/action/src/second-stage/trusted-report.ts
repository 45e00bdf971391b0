import type { Report } from '@flamestep/report';

/** What GitHub itself says of a result. */
export interface ResultOrigin {
  /** `owner/name`. */
  readonly repository: string;
  readonly run: { readonly id: number; readonly attempt: number; readonly url: string };
  readonly headSha: string;
  readonly pullRequest: number;
  readonly title: string;
  /** `owner/name` of the fork that the head comes from. */
  readonly fork: string | undefined;
}

/**
 * The report with what it says of its origin replaced by what GitHub says. The numbers stay those of the job that measured. Its command
 * is left out, whoever's branch it is: readers would run it, and a dependency's code may have written it.
 */
export function trustedReport(report: Report, { repository, run, headSha, pullRequest, title, fork }: ResultOrigin): Report {
  const { reproduce: _, ...rest } = report;
  const { tool, recordedAt } = report.provenance;
  return {
    ...rest,
    subject: { ...report.subject, head: { commit: headSha, pullRequest, ...(title === '' ? {} : { title }) } },
    provenance: {
      tool,
      ...(recordedAt === undefined ? {} : { recordedAt }),
      repository,
      run: { id: String(run.id), attempt: run.attempt, url: run.url },
      ...(fork === undefined ? {} : { fork }),
    },
  };
}
