import { ActionError } from '../action-error.ts';
import type { InputReader } from './input-reader.ts';
import { type CommentWhen, readCommentWhen, readKey } from './posting-inputs.ts';

/** The inputs of `flamestep/flamestep/packages/action/merge`, read. */
export interface MergeInputs {
  /** Names of the legs that should have measured. */
  readonly expected: readonly string[];
  readonly name: string;
  readonly key: string;
  readonly comment: CommentWhen;
  readonly failOn: 'none' | 'regression';
  readonly token: string;
}

/** Reads the inputs; `workflow` names what has no name. Throws `ActionError` `input`. */
export function readMergeInputs(inputs: InputReader, workflow: string): MergeInputs {
  const expected = inputs.lines('expected');
  if (expected.length === 0) {
    throw new ActionError(
      'input',
      "The input 'expected' is empty: name the legs of the matrix, one a line, so that a missing one is noticed.",
    );
  }
  const token = inputs.text('github-token');
  if (token === undefined)
    throw new ActionError('input', "The input 'github-token' is empty; leave it out to use the job's own.");
  const name = inputs.text('name') ?? workflow;
  return {
    expected,
    name,
    key: readKey(inputs, name),
    comment: readCommentWhen(inputs),
    failOn: inputs.word('fail-on', ['none', 'regression']),
    token,
  };
}
