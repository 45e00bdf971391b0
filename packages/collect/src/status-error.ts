import { CollectError } from './collect-error.ts';
import { serverMessage } from './server-message.ts';

/** The error that an answer with an error status means. `url` is what may be shown; `origin` is where credentials are for. */
export async function statusError(response: Response, url: string, origin: string): Promise<CollectError> {
  const { status, statusText } = response;
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
  });
}
