import { GITHUB_API } from './github/github-source.ts';
import { GOOGLE_URLS } from './google-cloud/google-cloud-source.ts';
import { NEW_RELIC_API } from './new-relic/new-relic-source.ts';
import type { Source } from './source.ts';

/** As much of a source as says where it is. */
export interface SourceAddress {
  readonly type: Source['type'];
  readonly url?: string | undefined;
  readonly urls?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Of those who have one for everybody. */
const ADDRESSES: { readonly [Type in Source['type']]?: string } = { github: GITHUB_API, newrelic: NEW_RELIC_API };

/**
 * The origins that a source is asked at, such as `https://api.github.com`, which its credentials are for: those of its own addresses, or
 * of its maker's where it has none. What is no address is left out; a source of files has none.
 */
export function sourceOrigins({ type, url = ADDRESSES[type], urls }: SourceAddress): string[] {
  const all = type === 'google-cloud' ? Object.values({ ...GOOGLE_URLS, ...urls }) : [url];
  return all.flatMap((one) => (one !== undefined && URL.canParse(one) ? [new URL(one).origin] : []));
}
