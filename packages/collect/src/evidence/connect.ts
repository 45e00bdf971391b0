import type { Environment } from './answer-question.ts';
import { type Client, type ClientOptions, createClient, TIMEOUT_MS } from './http/client.ts';
import { lazily } from './lazily.ts';
import type { Source } from './source.ts';
import { withToken } from './with-token.ts';

/** A source with a way to send requests there. */
export interface Connected<S extends Source = Source> {
  readonly source: S;
  readonly client: Client;
  /** Where its credentials are. Rejects where none can be made. */
  environmentOf(): Promise<Environment>;
}

/** Sends nothing yet. All who ask the source share its client, and with it the limits on asking. */
export function connect(source: Source, options: ClientOptions): Connected {
  const { environment = {}, timeoutMs = TIMEOUT_MS } = options;
  const environmentOf = lazily(() => withToken(source, environment, timeoutMs));
  const made = lazily(async () => createClient({ ...options, environment: await environmentOf() }));
  return {
    source,
    environmentOf,
    client: {
      json: async (request) => (await made()).json(request),
      text: async (request) => (await made()).text(request),
    },
  };
}

/** Those of one type. */
export function connectedTo<T extends Source['type']>(
  connected: readonly Connected[],
  type: T,
): Connected<Extract<Source, { type: T }>>[] {
  return connected.filter((one): one is Connected<Extract<Source, { type: T }>> => one.source.type === type);
}
