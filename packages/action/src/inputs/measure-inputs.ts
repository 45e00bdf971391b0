import { splitWords } from '@flamestep/record';
import { ActionError } from '../action-error.ts';
import { legKey } from '../comment/comment-key.ts';
import type { Portal } from '../portal/send-to-portal.ts';
import type { InputReader } from './input-reader.ts';
import { type CommentWhen, readCommentWhen, readKey } from './posting-inputs.ts';

/** What to measure, and what to do with the result: the inputs of the action, read. */
export interface MeasureInputs {
  readonly source: RunSource;
  readonly name: string;
  /** That of the leg, where there is one: `checkout/linux-arm64`. */
  readonly key: string;
  /** Name of the matrix's leg. Its result is for `merge` to show, together with the others. */
  readonly leg: string | undefined;
  /** Names of sample types; empty for all. */
  readonly sampleTypes: readonly string[];
  /** Least relative change, as a fraction. */
  readonly threshold: number | undefined;
  readonly failOn: 'none' | 'regression';
  readonly comment: CommentWhen;
  readonly configPath: string;
  readonly isConfigGiven: boolean;
  readonly baseline: BaselineChoice;
  readonly portal: Portal | undefined;
  readonly token: string | undefined;
}

/** Where the runs come from. */
export type RunSource =
  /** Both sides were measured in this job, or with `base` empty the head alone. */
  | { readonly kind: 'files'; readonly head: readonly string[]; readonly base: readonly string[] }
  /** The action records them, base and head alternating. */
  | {
      readonly kind: 'command';
      readonly command: readonly string[];
      readonly runs: number;
      readonly setup: readonly (readonly string[])[];
    };

export type BaselineChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'none' }
  | { readonly kind: 'commit'; readonly sha: string };

const DEFAULT_CONFIG = '.flamestep.yaml';
const DEFAULT_RUNS = 10;
const MOST_RUNS = 100;

/** Reads the inputs; `workflow` names what has no name. Throws `ActionError` `input`. */
export function readMeasureInputs(inputs: InputReader, workflow: string): MeasureInputs {
  const name = inputs.text('name') ?? workflow;
  const url = inputs.url('portal-url');
  const leg = inputs.text('leg');
  return {
    source: readSource(inputs),
    name,
    key: leg === undefined ? readKey(inputs, name) : legKey(readKey(inputs, name), leg),
    leg,
    sampleTypes: inputs.list('sample-types'),
    threshold: inputs.percentage('threshold'),
    failOn: inputs.word('fail-on', ['none', 'regression']),
    comment: readCommentWhen(inputs),
    configPath: readConfigPath(inputs),
    isConfigGiven: inputs.text('config') !== undefined,
    baseline: readBaseline(inputs),
    portal: url === undefined ? undefined : { url, entity: inputs.text('portal-entity'), token: inputs.text('portal-token') },
    token: inputs.text('github-token'),
  };
}

function readSource(inputs: InputReader): RunSource {
  const [head, base] = [inputs.lines('head'), inputs.lines('base')];
  const run = inputs.text('run');
  if (run === undefined) {
    if (head.length === 0) {
      throw new ActionError(
        'input',
        "Nothing to measure: give 'head', the profiles of this commit, such as head/*.pb.gz, or 'run', a command that records one.",
      );
    }
    return { kind: 'files', head, base };
  }
  if (head.length > 0 || base.length > 0) {
    throw new ActionError('input', "The input 'run' records both sides itself; leave out 'head' and 'base', or 'run'.");
  }
  const command = wordsOf('run', run);
  if (!command.some((word) => word.includes('{profile}'))) {
    throw new ActionError(
      'input',
      "The input 'run' must say where the profile goes: put {profile} there, as in -cpuprofile={profile}.",
    );
  }
  return {
    kind: 'command',
    command,
    runs: inputs.count('runs', MOST_RUNS) ?? DEFAULT_RUNS,
    setup: inputs.lines('setup').map((line) => wordsOf('setup', line)),
  };
}

function wordsOf(name: string, text: string): readonly string[] {
  const words = splitWords(text);
  if (words === undefined)
    throw new ActionError('input', `The input '${name}' has a quote that is not closed: ${text.slice(0, 100)}`);
  return words;
}

/** The path goes into requests, so it has to be one inside the repository. */
function readConfigPath(inputs: InputReader): string {
  const path = (inputs.text('config') ?? DEFAULT_CONFIG).replaceAll('\\', '/').replace(/^\.\//, '');
  const isInside = !path.startsWith('/') && !/^[A-Za-z]:/.test(path) && !path.split('/').includes('..');
  if (isInside) return path;
  throw new ActionError('input', `The input 'config' takes a path in the repository; it is '${path.slice(0, 100)}'.`);
}

function readBaseline(inputs: InputReader): BaselineChoice {
  const text = inputs.text('baseline') ?? 'auto';
  if (text === 'auto' || text === 'none') return { kind: text };
  if (/^[\da-f]{7,64}$/.test(text)) return { kind: 'commit', sha: text };
  throw new ActionError(
    'input',
    `The input 'baseline' is auto, none or a commit's hash in small letters; it is '${text.slice(0, 100)}'.`,
  );
}
