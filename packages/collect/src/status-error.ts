import { CollectError } from './collect-error.ts';
import { readRateLimit } from './rate-limit.ts';
import { serverMessage } from './server-message.ts';

/** The error that an answer with an error status means. `url` is what may be shown; `origin` is where credentials are for. */
export async function statusError(response: Response, url: string, origin: string): Promise<CollectError> {
  const { status, statusText } = response;
  const { isExceeded, retryAfterMs } = readRateLimit(response, Date.now());
  if (isExceeded) {
    await response.body?.cancel();
    const when = retryAfterMs === undefined ? 'later' : `in ${sayPause(retryAfterMs)}`;
    const message = `the server was asked too often (${status}): ask again ${when}, or with credentials that may ask more`;
    return new CollectError('rate-limited', message, { url, status, retryAfterMs });
  }
  if (status === 401 || status === 403) {
    await response.body?.cancel();
    const message = `the server wants credentials (${status}): set FLAMESTEP_HTTP_AUTHORIZATION to '${origin} Bearer TOKEN'`;
    return new CollectError('unauthorized', message, { url, status });
  }
  const said = await serverMessage(response);
  const hint = status === 404 ? '; check the path' : '';
  return new CollectError('status', `the server answered ${`${status} ${statusText}`.trim()}${said ? `: ${said}` : hint}`, {
    url,
    status,
    retryAfterMs,
  });
}

/** Rounded up, so that whoever waits so long has waited long enough. */
function sayPause(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds <= 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
