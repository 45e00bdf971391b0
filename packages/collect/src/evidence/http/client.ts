import { setTimeout as pause } from 'node:timers/promises';
import { CollectError, isCollectError } from '../../collect-error.ts';
import { describeNetworkError } from '../../describe-network-error.ts';
import type { HttpRequest } from '../../http-request.ts';
import { readBody } from '../../read-body.ts';
import { sendRequest } from '../../send-request.ts';
import { shownUrl } from '../../shown-url.ts';
import { statusError } from '../../status-error.ts';
import { limitConcurrency } from './limit-concurrency.ts';

/** How requests are sent, and how patiently. */
export interface ClientOptions {
  /** Ends what is under way. */
  readonly signal?: AbortSignal | undefined;
  /** For one attempt at one request, and the longest pause that a server may ask for before the next. 15 seconds by default. */
  readonly timeoutMs?: number | undefined;
  /** The most bytes of one answer. 8 MB by default. */
  readonly maxBytes?: number | undefined;
  /** How often a request is tried again when the server is not there, is busy, was asked too often or fails. 2 by default. */
  readonly retries?: number | undefined;
  /** Requests to one source at the same time. 4 by default. */
  readonly concurrency?: number | undefined;
  /** Where credentials are looked up: `process.env`. None by default. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** The global one by default. It must answer `redirect: 'manual'` with the redirect itself, as Node's does. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** From 0 to 1; spreads retries. `Math.random` by default. */
  readonly random?: (() => number) | undefined;
}

/** Sends requests to one source. Both throw `CollectError`. */
export interface Client {
  /** The answer as JSON; `bad-answer` when it is not. */
  json(request: HttpRequest): Promise<unknown>;
  /** The answer as text. */
  text(request: HttpRequest): Promise<string>;
}

/** For one attempt, when nothing else is said. */
export const TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 200;
const BUSY = [408, 500, 502, 503, 504];

/**
 * A client with a time-out for each attempt, bounded answers, bounded retries and a limit on requests at the same time. Where the server
 * asks for a pause, nobody asks it again before that; where the pause is longer than the time for an attempt, its refusal is the answer to
 * all that would have to wait.
 */
export function createClient(options: ClientOptions = {}): Client {
  const { signal, retries = 2, concurrency = 4, random = Math.random, timeoutMs = TIMEOUT_MS } = options;
  const limited = limitConcurrency(concurrency);
  let refusal: { readonly error: CollectError; readonly until: number } | undefined;

  const rest = async (milliseconds: number): Promise<void> => {
    await pause(milliseconds, undefined, signal && { signal }).catch(() => undefined);
  };
  const awaitTurn = async (): Promise<void> => {
    const left = refusal === undefined ? 0 : refusal.until - performance.now();
    if (left > timeoutMs) throw refusal?.error;
    if (left > 0) await rest(left);
  };
  const text = (request: HttpRequest): Promise<string> =>
    limited(async () => {
      for (let attempt = 0; ; attempt++) {
        await awaitTurn();
        try {
          return await attemptOnce(request, options);
        } catch (error) {
          if (isCollectError(error) && error.retryAfterMs !== undefined) {
            const until = performance.now() + error.retryAfterMs;
            // Refusals of requests that were on their way together may come in any order.
            if (until > (refusal?.until ?? 0)) refusal = { error, until };
          }
          if (attempt >= retries || !mayPass(error)) throw error;
        }
        await rest(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + random()));
      }
    });
  return {
    text,
    json: async (request) => {
      const answer = await text(request);
      try {
        return JSON.parse(answer);
      } catch {
        const url = shownUrl(request.url.href);
        throw new CollectError('bad-answer', 'the answer is no JSON; is this the address of the API, and not of a web page?', {
          url,
        });
      }
    },
  };
}

/** Whether trying again may help. A time-out is not tried again: whoever hangs once takes all the time there is. */
function mayPass(error: unknown): boolean {
  if (!isCollectError(error)) return false;
  return ['unreachable', 'rate-limited'].includes(error.code) || (error.code === 'status' && BUSY.includes(error.status ?? 0));
}

async function attemptOnce(request: HttpRequest, options: ClientOptions): Promise<string> {
  const { signal, timeoutMs = TIMEOUT_MS, maxBytes = 8 * 2 ** 20, environment = {}, fetch = globalThis.fetch } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const url = shownUrl(request.url.href);
  try {
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    either.throwIfAborted();
    const response = await sendRequest(request, { fetch, environment, signal: either });
    if (!response.ok) throw await statusError(response, url, request.url.origin);
    const body = await readBody(response, maxBytes);
    if (body === undefined) throw new CollectError('too-large', `the answer has more than ${maxBytes} bytes`, { url });
    return new TextDecoder().decode(body);
  } catch (error) {
    if (isCollectError(error)) throw error;
    if (signal?.aborted) throw new CollectError('aborted', 'stopped before the answer was there', { url, cause: error });
    if (timeout.aborted)
      throw new CollectError('timeout', `no complete answer within ${timeoutMs / 1000} s`, { url, cause: error });
    throw new CollectError('unreachable', describeNetworkError(error), { url, cause: error });
  }
}
