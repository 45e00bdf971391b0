import { type LinkTo, type Report, type ReportLinks, renderMarkdown } from '@flamestep/report';
import type { Client } from '../github/client.ts';
import { describeFailure } from '../github/describe-failure.ts';
import type { CommentWhen } from '../inputs/posting-inputs.ts';
import { hasChanges } from '../outcome/has-changes.ts';
import type { ActionLog } from '../shell/action-log.ts';
import type { CommentPlace } from './own-comments.ts';
import { type CommentResult, postComment } from './post-comment.ts';

/** Reports for one comment. */
export interface ReportPost {
  readonly client: Client;
  readonly log: ActionLog;
  readonly place: CommentPlace;
  readonly key: string;
  readonly title: string;
  readonly reports: readonly Report[];
  readonly run: { readonly id: number; readonly attempt: number };
  readonly headSha: string;
  readonly when: CommentWhen;
  readonly isFork: boolean;
  /** Built by us, of parts that were checked. */
  readonly links: ReportLinks;
  readonly linkTo: LinkTo | undefined;
}

/**
 * Posts reports as the comment of their key. That there is none for trouble with GitHub, or for a missing permission, is a warning: the
 * job summary has all of it.
 */
export async function postReports(post: ReportPost): Promise<Extract<CommentResult, { kind: 'posted' }> | undefined> {
  const { client, log, place, key, title, reports, run, headSha, when, isFork, links, linkTo } = post;
  try {
    const result = await postComment({
      client,
      place,
      key,
      run,
      headSha,
      when,
      hasChanges: reports.some(hasChanges),
      render: (previous) => renderMarkdown(reports, { key, title, links, linkTo, previous, fork: isFork }).text,
    });
    log.info(result.kind === 'posted' ? `The comment is at ${result.url}` : `No comment: ${result.reason}`);
    return result.kind === 'posted' ? result : undefined;
  } catch (error) {
    const why = describeFailure(error, 'pull-requests: write');
    log.warning(`There is no comment, or an old one: ${why}. The summary of the job has the whole report.`);
    return undefined;
  }
}
