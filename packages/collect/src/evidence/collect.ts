import type { BuiltInKind, ServiceManifest } from '@flamestep/maturity';
import { CollectError } from '../collect-error.ts';
import { answerQuestion, type Environment, type SourceName } from './answer-question.ts';
import type { Collected, CollectionFailure } from './collected.ts';
import { connect } from './connect.ts';
import { countRuns } from './count-runs.ts';
import { findDeployments } from './find-deployments.ts';
import { findExplained } from './find-explained.ts';
import { findFirstDeployment } from './find-first-deployment.ts';
import type { ClientOptions } from './http/client.ts';
import { manifestQuestions } from './manifest-questions.ts';
import type { Question } from './question.ts';
import { questionsFor } from './questions-for.ts';
import type { Source } from './source.ts';

/** How sources are asked. */
export interface CollectOptions extends ClientOptions {
  /** The moment that is judged; ISO 8601 where it is text. */
  readonly now: string | Date;
  /** Operations that got slower and have an issue or a note, as they are labelled in metrics. */
  readonly explained?: readonly string[] | undefined;
}

/**
 * Asks the sources about a service. A source that fails costs what it would have told, and nothing else: each of its questions
 * becomes evidence that could not be had, and the failure is told beside it. Where a source is, and with which credentials, is
 * said by `sources` and `environment` alone; a service file decides nothing but labels and queries.
 *
 * Throws `CollectError` `aborted` when the signal stops it, and `bad-credentials`.
 */
export async function collect(
  manifest: ServiceManifest,
  sources: readonly Source[],
  options: CollectOptions,
): Promise<Collected> {
  const { explained = [], environment = {}, signal } = options;
  const now = new Date(options.now).getTime();
  const connected = sources.map((source) => connect(source, options));
  const shared = {
    manifest,
    now,
    isExplained: findExplained(explained, connected, now),
    firstDeployment: findFirstDeployment(connected),
    deployments: findDeployments(connected, now),
    runs: countRuns(connected, manifest, now),
  };
  const answerAll = (questions: readonly Question[], source: SourceName, environmentOf: () => Promise<Environment>) =>
    Promise.all(questions.map((question) => answerQuestion(question, { manifest, now, source, environmentOf })));
  const results = await Promise.all([
    answerAll(manifestQuestions(manifest, now), { type: 'manifest', instance: 'o11y.yaml' }, async () => environment),
    ...connected.map(({ source, client, environmentOf }) => {
      const questions = questionsFor(source, { ...shared, client });
      return answerAll(questions, { type: source.type, instance: source.instance ?? 'main' }, environmentOf);
    }),
  ]).then((all) => all.flat());
  if (signal?.aborted) throw new CollectError('aborted', 'stopped before everything was asked');
  return {
    evidence: results.map(({ evidence }) => evidence),
    failures: [...mergeFailures(results.flatMap(({ failure }) => failure ?? [])), ...findUnconnected(manifest, sources)],
  };
}

/** One failure for each thing that happened at a source, however many questions met it. */
function mergeFailures(failures: readonly CollectionFailure[]): CollectionFailure[] {
  const merged = new Map<string, CollectionFailure & { kinds: BuiltInKind[] }>();
  for (const failure of failures) {
    const key = JSON.stringify([failure.source, failure.code, failure.message]);
    const same = merged.get(key);
    if (same === undefined) merged.set(key, { ...failure, kinds: [...failure.kinds] });
    else same.kinds.push(...failure.kinds);
  }
  return [...merged.values()];
}

function findUnconnected(manifest: ServiceManifest, sources: readonly Source[]): CollectionFailure[] {
  const connected = new Set(sources.map(({ type, instance = 'main' }) => `${type} ${instance}`));
  const named = new Map(manifest.sources.map((source) => [`${source.type} ${source.instance}`, source]));
  return [...named]
    .filter(([key]) => !connected.has(key))
    .map(([, { type, instance }]) => ({
      source: { type, instance },
      code: 'unbound' as const,
      message: `the service names ${type} '${instance}', which is not connected; say where it is`,
      kinds: [],
    }));
}
