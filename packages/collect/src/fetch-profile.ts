import { CollectError, isCollectError } from './collect-error.ts';
import { describeNetworkError } from './describe-network-error.ts';
import { parseProfileUrl } from './parse-profile-url.ts';
import type { ProfileRequest } from './profile-request.ts';
import { readBody } from './read-body.ts';
import { sendRequest } from './send-request.ts';
import { shownUrl } from './shown-url.ts';
import { statusError } from './status-error.ts';

/** How a profile is fetched. */
export interface FetchProfileOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the whole exchange. By default a minute, or half as long again as the server records where that is more. */
  readonly timeoutMs?: number | undefined;
  /** The most bytes that the profile may have as it is sent (gzipped, usually). 512 MB by default. */
  readonly maxBytes?: number | undefined;
  /** Seconds to record, for pprof endpoints; goes before a `seconds` in the URL. */
  readonly seconds?: number | undefined;
  /** Where credentials are looked up: `process.env`. None by default. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** The global one by default. It must answer `redirect: 'manual'` with the redirect itself, as Node's does. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds since 1970, for times such as `now-1h`. */
  readonly now?: (() => number) | undefined;
}

const MINUTE_MS = 60_000;
const MAX_BYTES = 512 * 2 ** 20;

/**
 * Reads the profile behind a URL, as bytes for `parse` of `@flamestep/pprof`:
 * - `http(s)://host/debug/pprof/heap`, any pprof endpoint or profile on a web server; a host alone means its CPU profile
 * - `pyroscope+http(s)://host/?query=TYPE{LABELS}&from=now-1h&until=now`, what Pyroscope stored, merged
 * - `parca+http(s)://host/?query=TYPE{LABELS}&from=now-1h&until=now`, what Parca stored, merged
 *
 * Throws `CollectError`; its message says what happened and what to do, its `url` where, and neither holds secrets.
 */
export async function fetchProfile(url: string, options: FetchProfileOptions = {}): Promise<Uint8Array> {
  const { signal, seconds, maxBytes = MAX_BYTES, environment = {}, fetch = globalThis.fetch, now = Date.now } = options;
  const request = parseProfileUrl(url, { seconds, now: now() });
  const timeoutMs = options.timeoutMs ?? Math.max(MINUTE_MS, request.seconds * 1500);
  const timeout = AbortSignal.timeout(timeoutMs);
  const shown = shownUrl(url);
  try {
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    either.throwIfAborted();
    const response = await sendRequest(request, { fetch, environment, signal: either });
    if (!response.ok) throw await statusError(response, shown, request.url.origin);
    return profileIn(await readBody(response, request.answerBytes(maxBytes)), request, maxBytes, shown);
  } catch (error) {
    if (isCollectError(error)) throw error;
    if (signal?.aborted) throw new CollectError('aborted', 'stopped before the profile was there', { url: shown, cause: error });
    if (timeout.aborted) {
      const records = request.seconds > 0 ? ` (it records for ${request.seconds} s)` : '';
      const message = `no complete answer within ${timeoutMs / 1000} s${records}; raise the time-out or record for less time`;
      throw new CollectError('timeout', message, { url: shown, cause: error });
    }
    throw new CollectError('unreachable', describeNetworkError(error), { url: shown, cause: error });
  }
}

function profileIn(answer: Uint8Array | undefined, request: ProfileRequest, maxBytes: number, url: string): Uint8Array {
  const profile = answer && request.unpack(answer);
  if (answer === undefined || (profile !== undefined && profile.length > maxBytes)) {
    const message = `the profile has more than ${maxBytes} bytes; raise the limit, or ask for less time or fewer labels`;
    throw new CollectError('too-large', message, { url });
  }
  if (profile === undefined || profile.length === 0) {
    throw new CollectError('no-profile', 'the answer holds no profile: nothing matches, or this is another kind of server', {
      url,
    });
  }
  return profile;
}
