import type { Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EvidenceCollector } from '@flamestep/backstage-plugin-flamestep-node';
import { collect, type CollectionFailure, isCollectError, type Source } from '@flamestep/collect';
import type { Evidence, ServiceManifest } from '@flamestep/maturity';
import type { SilentSource } from './merge-evidence.ts';

export interface CollectEvidenceOptions {
  readonly entity: Entity;
  readonly manifest: ServiceManifest;
  readonly sources: readonly Source[];
  readonly collectors: readonly EvidenceCollector[];
  readonly authorization: string;
  readonly now: Date;
  readonly timeoutMs: number;
  readonly logger: LoggerService;
}

/** What happened at a source that did not answer, or not all of it. */
export type SourceFailure = Pick<CollectionFailure, 'source' | 'code' | 'message'>;

/** What was found out. A source that is `silent` said nothing at all. */
export interface CollectedEvidence {
  readonly evidence: readonly Evidence[];
  readonly failures: readonly SourceFailure[];
  readonly asked: readonly SilentSource[];
  readonly silent: readonly SilentSource[];
}

/** Asks every source about a service; none can spoil what another says, nor hold all of them up for longer than the time given. */
export async function collectEvidence(options: CollectEvidenceOptions): Promise<CollectedEvidence> {
  const parts = await Promise.all([askKnown(options), ...options.collectors.map((collector) => askAdded(collector, options))]);
  const added = options.collectors.map(({ type, instance = 'main' }) => ({ type, instance }));
  const isAdded = ({ type, instance }: SilentSource) => added.some((one) => one.type === type && one.instance === instance);
  return {
    evidence: parts.flatMap(({ evidence }) => evidence),
    // The known ones take a source of an added collector for one that nobody connected.
    failures: parts.flatMap(({ failures }) => failures.filter(({ source, code }) => code !== 'unbound' || !isAdded(source))),
    asked: parts.flatMap(({ asked }) => asked),
    silent: parts.flatMap(({ silent }) => silent),
  };
}

async function askKnown({
  manifest,
  sources,
  authorization,
  now,
  timeoutMs,
}: CollectEvidenceOptions): Promise<CollectedEvidence> {
  const asked = sources.map(({ type, instance = 'main' }) => ({ type, instance }));
  try {
    const { evidence, failures } = await collect(manifest, sources, {
      now,
      environment: { FLAMESTEP_HTTP_AUTHORIZATION: authorization },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { evidence, failures, asked, silent: [] };
  } catch (error) {
    if (!isCollectError(error)) throw error;
    const message = error.code === 'aborted' ? `no answer in ${timeoutMs / 1000} s` : error.message;
    return { evidence: [], failures: asked.map((source) => ({ source, code: error.code, message })), asked, silent: asked };
  }
}

async function askAdded(collector: EvidenceCollector, options: CollectEvidenceOptions): Promise<CollectedEvidence> {
  const { entity, manifest, now, timeoutMs, logger } = options;
  const source = { type: collector.type, instance: collector.instance ?? 'main' };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { evidence, failures } = await Promise.race([
      collector.collect({ entity, manifest, now, signal, logger: logger.child({ collector: collector.type }) }),
      rejectWhenAborted(signal, timeoutMs),
    ]);
    const own = evidence.filter(({ subject }) => subject === manifest.service.name);
    return { evidence: own, failures, asked: [source], silent: [] };
  } catch (error) {
    logger.warn(`collector ${source.type} failed`, error instanceof Error ? error : undefined);
    const message = error instanceof Error ? error.message.slice(0, 500) : 'the collector failed';
    return { evidence: [], failures: [{ source, code: 'bad-answer', message }], asked: [source], silent: [source] };
  }
}

function rejectWhenAborted(signal: AbortSignal, timeoutMs: number): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no answer in ${timeoutMs / 1000} s`)), { once: true });
  });
}
