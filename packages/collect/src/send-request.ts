import { authorizationFor } from './authorization-for.ts';
import { CollectError } from './collect-error.ts';
import type { HttpRequest } from './http-request.ts';
import { shownUrl } from './shown-url.ts';

const MAX_REDIRECTS = 5;
/** These keep method and body; after the others a POST would become a GET. */
const KEEPING_METHOD = [307, 308];
const REDIRECTS = [301, 302, 303, ...KEEPING_METHOD];

export interface SendOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/**
 * Sends a request and follows a few redirects. Credentials and a tenant go to the host that was asked for only; a redirect to
 * another origin gets neither, and one from https to http is not followed.
 */
export async function sendRequest(request: HttpRequest, { fetch, environment, signal }: SendOptions): Promise<Response> {
  const authorization = authorizationFor(request.url.origin, environment);
  const ownHeaders = {
    ...request.headers,
    ...(authorization === undefined ? {} : { [request.credentialHeader ?? 'authorization']: authorization }),
  };
  let { url } = request;
  let isSameOrigin = true;
  for (let redirects = 0; ; redirects++) {
    // Whoever is redirected to may redirect back, but does not choose what is asked there in our name.
    isSameOrigin &&= url.origin === request.url.origin;
    const headers = isSameOrigin ? ownHeaders : withoutTenant(request.headers);
    const response = await fetch(url.href, {
      method: request.method,
      headers,
      redirect: 'manual',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    if (!REDIRECTS.includes(response.status)) return response;
    await response.body?.cancel();
    url = nextUrl(url, response, request);
    if (redirects >= MAX_REDIRECTS) throw refused(url, response, `more than ${MAX_REDIRECTS} redirects; name the last address`);
  }
}

function nextUrl(from: URL, response: Response, { method }: HttpRequest): URL {
  const location = response.headers.get('location') ?? '';
  if (location === '' || !URL.canParse(location, from.href)) throw refused(from, response, 'a redirect that leads nowhere');
  const to = new URL(location, from);
  if (!/^https?:$/.test(to.protocol)) throw refused(from, response, `a redirect to ${to.protocol}, which is not followed`);
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw refused(from, response, `a redirect away from TLS, to ${shownUrl(to.href)}, which is not followed`);
  }
  if (method === 'POST' && !KEEPING_METHOD.includes(response.status)) {
    throw refused(from, response, `a redirect to ${shownUrl(to.href)}; ask there, or sign in if it is a login page`);
  }
  to.username = '';
  to.password = '';
  return to;
}

function withoutTenant(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'x-scope-orgid'));
}

function refused(url: URL, { status }: Response, why: string): CollectError {
  return new CollectError('status', `the server answered with ${why}`, { url: shownUrl(url.href), status });
}
