import type { ProfileRequest } from './profile-request.ts';
import { queryParameters } from './query-parameters.ts';

const EXAMPLE = 'parca_agent:samples:count:cpu:nanoseconds:delta{comm="checkout"}';
/** What JSON adds around the profile. */
const ENVELOPE_BYTES = 64 * 1024;

/**
 * Asks Parca for the profiles that match a query, merged into one: `parca.query.v1alpha1.QueryService/Query` through the HTTP
 * gateway that Parca serves under /api, whose answer is JSON with the profile in base64.
 */
export function parcaRequest(url: URL, now: number, fail: (message: string) => never): ProfileRequest {
  const { query, from, until } = queryParameters(url, now, fail, { example: EXAMPLE });
  const target = new URL(url);
  target.pathname = `${target.pathname.replace(/\/+$/, '')}/api/profiles/query`;
  target.search = new URLSearchParams({
    mode: 'MODE_MERGE',
    'merge.query': query,
    'merge.start': new Date(from).toISOString(),
    'merge.end': new Date(until).toISOString(),
    reportType: 'REPORT_TYPE_PPROF',
  }).toString();
  return {
    url: target,
    method: 'GET',
    headers: { accept: 'application/json' },
    seconds: 0,
    answerBytes: (profileBytes) => Math.ceil((profileBytes * 4) / 3) + ENVELOPE_BYTES,
    unpack: pprofOf,
  };
}

function pprofOf(answer: Uint8Array): Uint8Array | undefined {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(answer));
  } catch {
    return undefined;
  }
  const pprof = typeof json === 'object' && json !== null && 'pprof' in json ? json.pprof : undefined;
  if (typeof pprof !== 'string' || pprof === '') return undefined;
  return Buffer.from(pprof, 'base64');
}
