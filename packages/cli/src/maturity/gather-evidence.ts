import type { Source } from '@flamestep/collect';
import type { Evidence, ServiceManifest } from '@flamestep/maturity';
import type { OptionValues } from '../arguments/option-table.ts';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { createProgress } from '../progress.ts';
import { writeFile } from '../write-result.ts';
import { connectSources } from './connect-sources.ts';
import { readEvidenceFile } from './read-input.ts';
import { sourceCredentials } from './source-credentials.ts';

/** What was found out about a service. */
export interface Gathered {
  readonly evidence: readonly Evidence[];
  /** Sources were named, and none of them could be asked anything. */
  readonly isCutOff: boolean;
}

/**
 * Reads evidence that was kept and asks the sources, and says on standard error which of them failed and what is unknown for it.
 * `undefined` where the user stopped it. Throws `CliError`.
 */
export async function gatherEvidence(manifest: ServiceManifest, options: OptionValues, io: Io): Promise<Gathered | undefined> {
  const kept = options.evidence.flatMap((source) => readEvidenceFile(source, io));
  warnOfOthers(kept, manifest, io);
  const sources = await connectSources(options, io);
  const asked = await ask(manifest, sources, options, io);
  if (asked === undefined) return undefined;
  const evidence = [...kept.filter(({ id }) => asked.evidence.every((fresh) => fresh.id !== id)), ...asked.evidence];
  if (options['save-evidence'] !== undefined) {
    writeFile(options['save-evidence'], `${JSON.stringify(evidence, undefined, 2)}\n`, io);
  }
  return { evidence, isCutOff: asked.isCutOff };
}

async function ask(
  manifest: ServiceManifest,
  sources: readonly Source[],
  options: OptionValues,
  io: Io,
): Promise<Gathered | undefined> {
  const { collect, isCollectError } = await import('@flamestep/collect');
  const controller = new AbortController();
  const endInterrupts = io.onInterrupt(() => controller.abort());
  const progress = createProgress(io);
  if (sources.length > 0) progress.step(`asking ${describeCount(sources.length)} about ${manifest.service.name}`, Infinity);
  try {
    const { evidence, failures } = await collect(manifest, sources, {
      now: new Date(io.now()),
      signal: controller.signal,
      environment: sourceCredentials(io.env),
      fetch: io.fetch,
      ...(options.timeout !== undefined && { timeoutMs: options.timeout * 1000 }),
    });
    progress.done();
    for (const { source, code, message, kinds } of failures) {
      // What is named and not connected may have answered when the evidence was kept.
      if (code === 'unbound' && options.evidence.length > 0) continue;
      const lost = kinds.length === 0 ? '' : `; unknown for it: ${kinds.join(', ')}`;
      io.writeErr(`flamestep: ${oneLine(`${source.type} ${source.instance}: ${message}${lost}`)}\n`);
    }
    const answered = evidence.some(({ source, unavailable }) => {
      return source.type !== 'manifest' && (unavailable === undefined || !isFault(unavailable.reason));
    });
    return { evidence, isCutOff: sources.length > 0 && !answered };
  } catch (error) {
    if (!isCollectError(error)) throw error;
    if (error.code === 'aborted') return undefined;
    throw new CliError('input', error.message, error);
  } finally {
    progress.done();
    endInterrupts();
  }
}

function isFault(reason: string): boolean {
  return reason === 'source-error' || reason === 'unauthorised';
}

/** Evidence of another service is passed over; a file that holds nothing else was not meant. */
function warnOfOthers(kept: readonly Evidence[], { service }: ServiceManifest, io: Io): void {
  const [first] = kept;
  if (first === undefined || kept.some(({ subject }) => subject === service.name)) return;
  io.writeErr(`flamestep: ${oneLine(`the evidence is about ${first.subject}, not ${service.name}; it is passed over`)}\n`);
}

function describeCount(count: number): string {
  return count === 1 ? '1 source' : `${count} sources`;
}

/** Names and messages come from files and servers, and a terminal would obey the codes in them. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}
