import protobuf from 'protobufjs/minimal.js';
import type { ProfileRequest } from './profile-request.ts';
import { queryParameters } from './query-parameters.ts';

const EXAMPLE = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds{service_name="checkout"}';

/**
 * Asks Pyroscope for the profiles that match a query, merged into one: its public Connect API in protobuf, whose answer, a
 * `google.v1.Profile`, is a pprof profile byte for byte. https://grafana.com/docs/pyroscope/latest/reference-server-api/
 */
export function pyroscopeRequest(url: URL, now: number, fail: (message: string) => never): ProfileRequest {
  const { query, from, until } = queryParameters(url, now, fail, { example: EXAMPLE, others: ['tenant'] });
  const [, profileType, selector = '{}'] =
    /^([^:{}\s]+(?::[^:{}\s]+){4})\s*(\{.*\})?$/s.exec(query) ??
    fail(`query must be a profile type with five parts and a label selector: ${EXAMPLE}`);
  const tenant = url.searchParams.get('tenant');
  if (tenant !== null && !/^[\w.!*'()-]{1,150}$/.test(tenant)) fail("tenant may hold letters, digits and !-_.*'()");
  const target = new URL(url);
  target.search = '';
  target.pathname = `${target.pathname.replace(/\/+$/, '')}/querier.v1.QuerierService/SelectMergeProfile`;
  return {
    url: target,
    method: 'POST',
    headers: {
      'content-type': 'application/proto',
      'connect-protocol-version': '1',
      ...(tenant === null ? {} : { 'x-scope-orgid': tenant }),
    },
    body: selectMergeProfileRequest(profileType, selector, from, until),
    seconds: 0,
    answerBytes: (profileBytes) => profileBytes,
    unpack: (answer) => (answer.length === 0 ? undefined : answer),
  };
}

/** `querier.v1.SelectMergeProfileRequest`: profile_typeID = 1, label_selector = 2, start = 3, end = 4, times in milliseconds. */
function selectMergeProfileRequest(profileType: string, selector: string, start: number, end: number): Uint8Array<ArrayBuffer> {
  const writer = protobuf.Writer.create();
  writer.uint32(10).string(profileType).uint32(18).string(selector).uint32(24).int64(start).uint32(32).int64(end);
  return new Uint8Array(writer.finish());
}
