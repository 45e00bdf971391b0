import { readdirSync, readFileSync } from 'node:fs';
import type { FakeGitHub } from '../../../fixtures/fake-github/create-fake-github.ts';
import type { PullRequest, Repository, Token, WorkflowRun } from '../../../fixtures/fake-github/state/records.ts';
import { type Entry, runAction, type StepRun } from './run-action.ts';

const CHANGES = new URL('../../../fixtures/changes/', import.meta.url);

/** The folders of recorded runs; see fixtures/README.md for what each is. */
export type Recorded = 'base' | 'faster' | 'new-function' | 'moved-file' | 'uniform';

/** Recorded runs as files of a workspace, with the bench output beside them: `head/1.pb.gz`, `head/1.txt`. */
export function recorded(folder: Recorded, as: string, from = 1, to = 5): Record<string, Uint8Array> {
  const files = readdirSync(new URL(`${folder}/`, CHANGES));
  return Object.fromEntries(
    files.flatMap((file) => {
      const run = Number.parseInt(file, 10);
      return run < from || run > to
        ? []
        : [[`${as}/${file.replace(/^\d+/, String(run - from + 1))}`, readFileSync(new URL(`${folder}/${file}`, CHANGES))]];
    }),
  );
}

/** The program that the profiles are of, in the repository. */
const SOURCES = {
  'go.mod': 'module example.com/metrics\n',
  'metrics/hash.go': 'package metrics\n',
  'metrics/decode.go': 'package metrics\n',
};

/** A repository on a fake GitHub whose pull requests are measured. */
export class Shop {
  readonly github: FakeGitHub;
  readonly repository: Repository;
  readonly writer: Token;
  readonly reader: Token;

  constructor(github: FakeGitHub) {
    this.github = github;
    this.repository = github.state.addRepository({ owner: 'acme', name: 'shop' });
    const permissions = { contents: 'read', actions: 'read', 'pull-requests': 'write' } as const;
    this.writer = github.state.issueToken({ repository: this.repository, permissions });
    this.reader = github.state.issueToken({
      repository: this.repository,
      permissions: { ...permissions, 'pull-requests': 'read' },
    });
  }

  /** Commits on main, one after the other. */
  commitToMain(files: Record<string, string> = {}, date?: string) {
    const { state } = this.github;
    const parent = state.branches.get('acme/shop main') ?? this.tip();
    return state.addCommit({
      repository: this.repository,
      branch: 'main',
      parents: parent === undefined ? [] : [parent],
      files: { ...SOURCES, ...files },
      ...(date === undefined ? {} : { date }),
    });
  }

  tip(): string | undefined {
    return this.github.state.findCommit(this.repository, 'heads/main')?.sha;
  }

  /** A pull request of a branch of the repository, or of a fork. */
  openPullRequest({ fork = false, files = {} }: { fork?: boolean; files?: Record<string, string> } = {}): PullRequest {
    const { state } = this.github;
    const base = this.tip() ?? this.commitToMain().sha;
    const from = fork ? state.addRepository({ owner: 'bob', name: 'shop', parent: this.repository }) : this.repository;
    const head = state.addCommit({
      repository: from,
      branch: 'quicker-hash',
      parents: [base],
      files: { ...SOURCES, 'metrics/hash.go': 'package metrics\n\n// new\n', ...files },
    });
    return state.openPullRequest({
      title: 'Hash with fewer rounds',
      base: { repository: this.repository, branch: 'main', sha: base },
      head: { repository: from, branch: 'quicker-hash', sha: head.sha },
    });
  }

  /** Pushes a fix to the branch of a pull request. */
  pushTo(pull: PullRequest): void {
    const { state } = this.github;
    const head = state.addCommit({
      repository: pull.head.repository,
      branch: pull.head.branch,
      parents: [pull.head.sha],
      files: SOURCES,
    });
    pull.head.sha = head.sha;
    pull.mergeCommit = state.addCommit({ repository: this.repository, parents: [pull.base.sha, head.sha] }).sha;
  }

  runFor(pull: PullRequest): WorkflowRun {
    return this.github.state.addRun({
      repository: this.repository,
      headSha: pull.head.sha,
      headBranch: pull.head.branch,
      headRepository: pull.head.repository,
      event: 'pull_request',
    });
  }

  /** A step of a job that measures or merges for a pull request. */
  async stepFor(pull: PullRequest, inputs: Record<string, string>, options: StepOptions = {}): Promise<StepRun> {
    const { run = this.runFor(pull), entry = 'main', files = {}, environment = {} } = options;
    const isFork = pull.head.repository !== this.repository;
    const token = options.token ?? (isFork ? this.reader : this.writer);
    const repositoryOf = ({ id, owner, name }: Repository) => ({ id, full_name: `${owner}/${name}` });
    const side = ({ sha, branch, repository }: PullRequest['head']) => ({ sha, ref: branch, repo: repositoryOf(repository) });
    return runAction({
      entry,
      inputs: { 'github-token': token.value, ...inputs },
      environment: {
        ...this.github.jobEnvironment(run, token),
        GITHUB_SHA: pull.mergeCommit!,
        GITHUB_REF: `refs/pull/${pull.number}/merge`,
        GITHUB_WORKFLOW_REF: `acme/shop/${run.path}@refs/pull/${pull.number}/merge`,
        GITHUB_ACTOR: pull.author,
        ...environment,
      },
      payload: { pull_request: { number: pull.number, title: pull.title, head: side(pull.head), base: side(pull.base) } },
      files,
    });
  }

  /** A step of a job that measures main, or with a payload what that says. */
  async stepOnMain(inputs: Record<string, string>, options: StepOptions & { payload?: object } = {}): Promise<StepRun> {
    const { files = {}, environment = {}, payload = {} } = options;
    const run =
      options.run ?? this.github.state.addRun({ repository: this.repository, headSha: this.tip()!, headBranch: 'main' });
    return runAction({
      entry: 'main',
      inputs: { 'github-token': this.writer.value, ...inputs },
      environment: { ...this.github.jobEnvironment(run, this.writer), ...environment },
      payload,
      files,
    });
  }

  /** The second workflow's step, after a run. */
  async secondStage(run: WorkflowRun, inputs: Record<string, string> = {}, { isForkGone = false } = {}): Promise<StepRun> {
    const { id, attempt, event, headSha, headBranch, headRepository } = run;
    const second = this.github.state.addRun({
      repository: this.repository,
      headSha: this.tip()!,
      headBranch: 'main',
      event: 'workflow_run',
    });
    return runAction({
      entry: 'comment',
      inputs: { 'github-token': this.writer.value, ...inputs },
      environment: this.github.jobEnvironment(second, this.writer),
      payload: {
        workflow_run: {
          id,
          run_attempt: attempt,
          event,
          head_sha: headSha,
          head_branch: headBranch,
          html_url: `https://github.com/acme/shop/actions/runs/${id}`,
          head_repository: isForkGone
            ? null
            : {
                id: headRepository.id,
                full_name: `${headRepository.owner}/${headRepository.name}`,
                owner: { login: headRepository.owner },
              },
        },
      },
    });
  }

  comments(): readonly string[] {
    return this.github.state.comments.map(({ body }) => body);
  }
}

export interface StepOptions {
  readonly entry?: Entry;
  readonly run?: WorkflowRun;
  readonly token?: Token;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The visible part of a comment: without marker and folds. */
export function visible(comment: string | undefined): string {
  return (comment ?? '').replace(/^<!--.*\n/, '').replace(/<details>[\s\S]*?<\/details>\n*/g, '');
}
