import type { Evidence, ServiceManifest } from '@flamestep/maturity';
import { isCollectError } from '../collect-error.ts';
import type { CollectionFailure } from './collected.ts';
import type { Answer, Question } from './question.ts';
import { redact } from './redact.ts';

export type SourceName = CollectionFailure['source'];
export type Environment = Readonly<Record<string, string | undefined>>;

interface Asking {
  readonly manifest: ServiceManifest;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly source: SourceName;
  /** Where the credentials of this source are, which must not be told. */
  environmentOf(): Promise<Environment>;
}

/** Asks a question; what goes wrong at its source becomes evidence that could not be had. */
export async function answerQuestion(
  question: Question,
  asking: Asking,
): Promise<{ readonly evidence: Evidence; readonly failure?: CollectionFailure }> {
  const { kind } = question;
  const { source } = asking;
  const hide = async (text: string): Promise<string> => redact(text, await asking.environmentOf().catch(() => ({})));
  try {
    const answer = await question.ask();
    return { evidence: toEvidence(question, answer, await hide(answer.query ?? question.query), asking) };
  } catch (error) {
    if (!isCollectError(error) || error.code === 'bad-credentials') throw error;
    const message = await hide(error.message);
    const reason = error.code === 'unauthorized' ? 'unauthorised' : 'source-error';
    const evidence = toEvidence(question, { unavailable: { reason, detail: message } }, await hide(question.query), asking);
    return { evidence, failure: { source, code: error.code, message, kinds: [kind] } };
  }
}

function toEvidence({ kind, basis }: Question, answer: Answer, query: string, { manifest, source, now }: Asking): Evidence {
  const subject = manifest.service.name;
  const { window, url } = answer;
  return {
    id: `${subject}:${source.type}:${source.instance}:${kind}`,
    kind,
    subject,
    basis,
    source,
    query,
    observedAt: new Date(now).toISOString(),
    ...(window && { window: { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() } }),
    ...(url !== undefined && { url }),
    ...(answer.unavailable === undefined
      ? { values: answer.values, ...(answer.samples !== undefined && { samples: answer.samples }) }
      : { unavailable: answer.unavailable }),
  };
}
