import { renderSelector, type Matcher, type Selector } from '../promql/selector.ts';
import type { PrometheusApi } from './prometheus-api.ts';

/** The metrics that count and time the requests of a service. */
export interface RequestFamily {
  /** Counter of requests: `…_count`, or `http_requests_total`. */
  readonly counter: string;
  /** Classic histogram buckets, where there are any. */
  readonly bucket: string | undefined;
  /** Seconds of one unit of the buckets' bounds. */
  readonly unit: number;
  /** Selects the failed among the counted; `undefined` where nothing tells them. */
  readonly failed: Matcher | undefined;
  /** Label that tells operations apart. */
  readonly operation: string | undefined;
  readonly query: string;
}

/** OpenTelemetry's names, old and new, then those that libraries use; the first that is there counts. */
const FAMILIES = [
  'http_server_request_duration_seconds',
  'http_server_duration_milliseconds',
  'http_request_duration_seconds',
  'rpc_server_duration_milliseconds',
  'rpc_server_duration_seconds',
  'grpc_server_handling_seconds',
  'http_server_requests_seconds',
];
const COUNTERS = ['http_requests_total', 'http_server_requests_total', 'grpc_server_handled_total'];

const SERVER_ERROR = '5..|5xx|5XX';
const FAILED: readonly Matcher[] = [
  ...['http_response_status_code', 'http_status_code', 'status_code', 'code', 'status'].map(
    (label): Matcher => ({ label, operator: '=~', value: SERVER_ERROR }),
  ),
  { label: 'grpc_code', operator: '=~', value: 'Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss' },
  { label: 'rpc_grpc_status_code', operator: '=~', value: '2|4|12|13|14|15' },
  { label: 'outcome', operator: '=~', value: 'SERVER_ERROR|error|failure' },
];
const OPERATIONS = ['http_route', 'route', 'handler', 'grpc_method', 'rpc_method', 'uri', 'path'];

export async function findFamily(api: PrometheusApi, selector: Selector): Promise<RequestFamily | undefined> {
  const names = [...FAMILIES.flatMap((name) => [`${name}_count`, `${name}_bucket`]), ...COUNTERS];
  const query = `count by (__name__) (last_over_time(${renderSelector([...selector, { label: '__name__', operator: '=~', value: names.join('|') }])}[1d]))`;
  const there = new Set((await api.count(query)).map(({ labels }) => labels['__name__']));
  const base = FAMILIES.find((name) => there.has(`${name}_count`));
  const counter = base === undefined ? COUNTERS.find((name) => there.has(name)) : `${base}_count`;
  if (counter === undefined) return undefined;
  const counted: Selector = [{ label: '__name__', operator: '=', value: counter }, ...selector];
  const labels = await findLabels(api, counted, [...FAILED.map(({ label }) => label), ...OPERATIONS]);
  return {
    query,
    counter,
    bucket: base !== undefined && there.has(`${base}_bucket`) ? `${base}_bucket` : undefined,
    unit: base?.endsWith('_milliseconds') ? 0.001 : 1,
    failed: FAILED.find(({ label }) => labels.has(label)),
    operation: OPERATIONS.find((label) => labels.has(label)),
  };
}

/** Which of the labels the series have. */
async function findLabels(api: PrometheusApi, selector: Selector, labels: readonly string[]): Promise<ReadonlySet<string>> {
  const parts = labels.map((label) => {
    const there = renderSelector([...selector, { label, operator: '!=', value: '' }]);
    return `label_replace(count(last_over_time(${there}[1d])), "has", "${label}", "", "")`;
  });
  return new Set((await api.count(parts.join(' or '))).map(({ labels: { has } }) => has));
}
