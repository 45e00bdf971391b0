import { createReportKey } from '@flamestep/report';
import { ActionError } from '../action-error.ts';
import type { InputReader } from './input-reader.ts';

/** When a comment is made. Once there is one, it is kept up to date in every case but `never`. */
export type CommentWhen = 'changes' | 'always' | 'never';

/** A comparison's key: lower case, parts separated by `/`; fits a marker and the schema of reports. */
const KEY = /^[a-z0-9]+([._/-][a-z0-9]+)*$/;

export function readCommentWhen(inputs: InputReader): CommentWhen {
  return inputs.word('comment', ['changes', 'always', 'never']);
}

/** The input `key`, or a key made of `fallback`. Throws `ActionError` `input`. */
export function readKey(inputs: InputReader, fallback: string): string {
  const key = inputs.text('key');
  if (key === undefined) return createReportKey({ name: fallback });
  if (!KEY.test(key) || key.length > 100) {
    throw new ActionError(
      'input',
      `The input 'key' takes at most 100 small letters, digits and single . _ - / between them; it is '${key.slice(0, 100)}'. Write it as '${createReportKey({ name: key })}'.`,
    );
  }
  return key;
}
