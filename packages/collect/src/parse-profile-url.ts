import { CollectError } from './collect-error.ts';
import { parcaRequest } from './parca-request.ts';
import { pprofRequest } from './pprof-request.ts';
import type { ProfileRequest } from './profile-request.ts';
import { pyroscopeRequest } from './pyroscope-request.ts';
import { shownUrl } from './shown-url.ts';

export interface ParseProfileUrlOptions {
  /** Seconds to record, for pprof endpoints; goes before a `seconds` in the URL. */
  readonly seconds?: number | undefined;
  /** Milliseconds since 1970, for times such as `now-1h`. */
  readonly now: number;
}

/** What to send for the URL of a profile. Throws `CollectError` `bad-url`. */
export function parseProfileUrl(text: string, options: ParseProfileUrlOptions): ProfileRequest {
  const fail = (message: string): never => {
    throw new CollectError('bad-url', message, { url: shownUrl(text) });
  };
  const [, engine = '', address] = /^(?:([a-z]+)\+)?(https?:\/\/.*)$/is.exec(text) ?? fail(SCHEMES);
  const url = URL.canParse(address) ? new URL(address) : fail('the URL cannot be read; check host and port');
  if (url.username !== '' || url.password !== '') {
    fail('a password in a URL ends up in logs; leave it out and set FLAMESTEP_HTTP_AUTHORIZATION instead');
  }
  url.hash = '';
  // In patterns and time zones a plus is a plus; where forms would have written it for a blank, the server says that it cannot read it.
  if (engine !== '') url.search = url.search.replaceAll('+', '%2B');
  switch (engine.toLowerCase()) {
    case '':
      return pprofRequest(url, options.seconds, fail);
    case 'pyroscope':
      return pyroscopeRequest(url, options.now, fail);
    case 'parca':
      return parcaRequest(url, options.now, fail);
    default:
      return fail(SCHEMES);
  }
}

const SCHEMES = 'unknown scheme; profiles are read from http://, https://, pyroscope+https:// and parca+https:// URLs';
