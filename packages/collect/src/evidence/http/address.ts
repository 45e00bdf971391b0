import { CollectError } from '../../collect-error.ts';
import { shownUrl } from '../../shown-url.ts';

/**
 * A path of a source's API with its parameters. Throws `CollectError` `bad-url` for a base that is no http(s) URL or holds a
 * password: that would end up in logs.
 */
export function address(base: string, path: string, parameters: Readonly<Record<string, string>> = {}): URL {
  const fail = (message: string): never => {
    throw new CollectError('bad-url', message, { url: shownUrl(base) });
  };
  const url = URL.canParse(base) ? new URL(base) : fail('the URL cannot be read; check host and port');
  if (!/^https?:$/.test(url.protocol)) fail('only http and https are asked');
  if (url.username !== '' || url.password !== '') {
    fail('there is a password in the URL; set FLAMESTEP_HTTP_AUTHORIZATION instead');
  }
  url.hash = '';
  url.search = new URLSearchParams(parameters).toString();
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
  return url;
}
