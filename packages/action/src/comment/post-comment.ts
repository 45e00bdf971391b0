import type { Marker } from '@flamestep/report';
import type { Client } from '../github/client.ts';
import type { CommentWhen } from '../inputs/posting-inputs.ts';
import { type CommentPlace, type OwnComment, ownComments } from './own-comments.ts';

/** The comment of one key on a pull request. */
export interface CommentRequest {
  readonly client: Client;
  readonly place: CommentPlace;
  readonly key: string;
  /** Of the run that measured: a comment of a later run stays. */
  readonly run: { readonly id: number; readonly attempt: number };
  readonly headSha: string;
  readonly when: CommentWhen;
  /** Whether there is something to say that nobody asked for. */
  readonly hasChanges: boolean;
  /** The whole text, marker included; `previous` is what the comment said of earlier heads. */
  readonly render: (previous: readonly Marker[]) => string;
}

export type CommentResult =
  | { readonly kind: 'posted'; readonly id: number; readonly url: string }
  | { readonly kind: 'skipped'; readonly reason: string };

/**
 * Makes the comment, or brings it up to date: there is one for each key. Throws what the client throws. Two jobs may find none and both
 * make one, so after making one it looks again and leaves the oldest.
 */
export async function postComment(request: CommentRequest): Promise<CommentResult> {
  const { client, place, key, when, hasChanges, render } = request;
  if (when === 'never') return { kind: 'skipped', reason: "The input 'comment' is never." };
  const [existing] = await ownComments(client, place, key);
  if (existing !== undefined) return update(request, existing);
  if (when === 'changes' && !hasChanges) return { kind: 'skipped', reason: 'There is nothing to say that needs a comment.' };
  const { data } = await client.rest.issues.createComment({
    owner: place.owner,
    repo: place.repo,
    issue_number: place.pullRequest,
    body: render([]),
  });
  const [oldest] = await ownComments(client, place, key);
  if (oldest === undefined || oldest.id >= data.id) return { kind: 'posted', id: data.id, url: data.html_url };
  await client.rest.issues.deleteComment({ owner: place.owner, repo: place.repo, comment_id: data.id });
  return update(request, oldest);
}

async function update({ client, place, run, headSha, render }: CommentRequest, existing: OwnComment): Promise<CommentResult> {
  const { id, url, marker } = existing;
  if (isLater(marker.run, run)) return { kind: 'skipped', reason: 'A later run has already brought the comment up to date.' };
  const body = render(marker.head === headSha ? [] : [marker]);
  // GitHub stores texts without white space at their ends.
  if (body.trim() !== existing.body.trim()) {
    await client.rest.issues.updateComment({ owner: place.owner, repo: place.repo, comment_id: id, body });
  }
  return { kind: 'posted', id, url };
}

/** Whether a marker's run, `123456.1`, was started after this one. */
function isLater(marked: string | undefined, { id, attempt }: CommentRequest['run']): boolean {
  const match = /^(\d{1,15})\.(\d{1,5})$/.exec(marked ?? '');
  if (match === null) return false;
  const [markedId, markedAttempt] = [Number(match[1]), Number(match[2])];
  return markedId > id || (markedId === id && markedAttempt > attempt);
}
