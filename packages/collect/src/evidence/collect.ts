import type { BuiltInKind, Evidence, ServiceManifest } from '@flamestep/maturity';
import { CollectError, isCollectError } from '../collect-error.ts';
import type { Collected, CollectionFailure } from './collected.ts';
import { createClient, type ClientOptions } from './http/client.ts';
import { manifestQuestions } from './manifest-questions.ts';
import type { Answer, Context, Question } from './question.ts';
import { redact } from './redact.ts';
import { questionsFor } from './questions-for.ts';
import type { Source } from './source.ts';
import { withToken } from './with-token.ts';

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
  const isExplained = (operation: string): boolean => explained.includes(operation);
  const results = await Promise.all([
    ...manifestQuestions(manifest, now).map((question) => answer(question, { type: 'manifest', instance: 'o11y.yaml' })),
    ...sources.map(async (source) => {
      const client = createClient({ ...options, environment: await withToken(source, environment) });
      const context: Context = { manifest, now, client, isExplained };
      const named = { type: source.type, instance: source.instance ?? 'main' };
      return Promise.all(questionsFor(source, context).map((question) => answer(question, named)));
    }),
  ]).then((all) => all.flat());
  if (signal?.aborted) throw new CollectError('aborted', 'stopped before everything was asked');
  return {
    evidence: results.map(({ evidence }) => evidence),
    failures: [...mergeFailures(results.flatMap(({ failure }) => failure ?? [])), ...findUnconnected(manifest, sources)],
  };

  async function answer(question: Question, source: CollectionFailure['source']): Promise<Result> {
    const { kind } = question;
    try {
      return { evidence: toEvidence(question, source, await question.ask()) };
    } catch (error) {
      if (!isCollectError(error) || error.code === 'bad-credentials') throw error;
      const message = redact(error.message, environment);
      const reason = error.code === 'unauthorized' ? 'unauthorised' : 'source-error';
      const evidence = toEvidence(question, source, { unavailable: { reason, detail: message } });
      return { evidence, failure: { source, code: error.code, message, kinds: [kind] } };
    }
  }

  function toEvidence({ kind, basis, query }: Question, source: CollectionFailure['source'], result: Answer): Evidence {
    const subject = manifest.service.name;
    return {
      id: `${subject}:${source.type}:${source.instance}:${kind}`,
      kind,
      subject,
      basis,
      source,
      query: redact(result.query ?? query, environment),
      observedAt: new Date(now).toISOString(),
      ...(result.window && {
        window: { from: new Date(result.window.from).toISOString(), to: new Date(result.window.to).toISOString() },
      }),
      ...(result.url !== undefined && { url: result.url }),
      ...(result.unavailable === undefined
        ? { values: result.values, ...(result.samples !== undefined && { samples: result.samples }) }
        : { unavailable: result.unavailable }),
    };
  }
}

interface Result {
  readonly evidence: Evidence;
  readonly failure?: CollectionFailure;
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
