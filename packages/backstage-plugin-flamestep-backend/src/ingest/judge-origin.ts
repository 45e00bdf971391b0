import type { Reporter } from '@flamestep/backstage-plugin-flamestep-common';
import type { Report } from '@flamestep/report';

/** Where a report comes from, as far as it is known. */
export interface Origin {
  readonly branch?: string;
  /** Whether it is a result of the main branch, and so a point of the trend. */
  readonly isMain: boolean;
}

export interface OriginOptions {
  /** What the token proved; wins over everything that is only said. */
  readonly reporter?: Reporter | undefined;
  /** What the sender says beside the report. */
  readonly said: { readonly branch?: string | undefined; readonly event?: string | undefined };
  /** Names of main branches. */
  readonly mainBranches: readonly string[];
}

const NEVER_MAIN = ['pull_request', 'pull_request_target', 'merge_group'];

/**
 * Judges whether a report counts as a result of the main branch. Nothing from a pull request or a fork does, nor what runs for one,
 * nor another branch. The label of the head is taken for its branch where nobody says better; without any, a report that names no
 * pull request counts.
 */
export function judgeOrigin({ subject, provenance }: Report, { reporter, said, mainBranches }: OriginOptions): Origin {
  const branch = reporter?.ref === undefined ? (said.branch ?? subject.head.label) : branchOf(reporter.ref);
  const event = reporter?.event ?? said.event;
  const isMain =
    // A push may name the pull request that was merged with it.
    (subject.head.pullRequest === undefined || event === 'push') &&
    provenance.fork === undefined &&
    (event === undefined || !NEVER_MAIN.includes(event)) &&
    !(reporter?.ref?.startsWith('refs/tags/') ?? false) &&
    (branch === undefined || mainBranches.includes(branch));
  return { isMain, ...(branch !== undefined && { branch }) };
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '');
}
