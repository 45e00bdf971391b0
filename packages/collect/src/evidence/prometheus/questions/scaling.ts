import { DAY_MS } from '../../day-ms.ts';
import { escapeRegex } from '../../promql/escape-regex.ts';
import { renderSelector, type Matcher, type Selector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import { type KubernetesWorkload, kubernetesWorkload } from '../kubernetes-workload.ts';
import type { Survey } from '../survey.ts';

/** So much of the time may be missing in what is judged. */
const SLACK_MS = 12 * 3_600_000;

/** Time at the most replicas allowed, and CPU of what is requested, where the service file names namespace and deployment. */
export function scaling({ api, context: { manifest, now } }: Survey): Question | undefined {
  const workload = kubernetesWorkload(manifest);
  if (workload === undefined) return undefined;
  const queries = queriesOf(workload);
  return {
    kind: 'scaling',
    basis: 'measured',
    query: `${queries.atMaximum}; ${queries.ofRequest}`,
    ask: async () => {
      const start = now - 14 * DAY_MS;
      const [[share], [cpu], [first]] = await Promise.all([
        api.query(queries.atMaximum),
        api.query(queries.ofRequest),
        api.query(queries.since),
      ]);
      if (share === undefined && cpu === undefined)
        return unavailable('no-data', 'neither replicas nor CPU of this deployment are known');
      const begun = first === undefined ? now : first.value * 1000;
      const window = { from: begun - start <= SLACK_MS ? start : begun, to: now };
      return { window, values: { atMaximumShare: share?.value ?? null, cpuOfRequest: cpu?.value ?? null } };
    },
  };
}

function queriesOf({ namespace, deployment, horizontalpodautoscaler }: KubernetesWorkload) {
  const select = (name: string, matchers: readonly Matcher[]): string =>
    renderSelector([
      { label: '__name__', operator: '=', value: name },
      { label: 'namespace', operator: '=', value: namespace },
      ...matchers,
    ]);
  const autoscaler: Selector = [{ label: 'horizontalpodautoscaler', operator: '=', value: horizontalpodautoscaler }];
  const pods: Selector = [{ label: 'pod', operator: '=~', value: `${escapeRegex(deployment)}-[a-z0-9]+-[a-z0-9]+` }];
  const current = select('kube_horizontalpodautoscaler_status_current_replicas', autoscaler);
  const most = select('kube_horizontalpodautoscaler_spec_max_replicas', autoscaler);
  const used = `sum(rate(${select('container_cpu_usage_seconds_total', [...pods, { label: 'container', operator: '!=', value: '' }])}[5m]))`;
  const requested = `sum(${select('kube_pod_container_resource_requests', [...pods, { label: 'resource', operator: '=', value: 'cpu' }])})`;
  return {
    atMaximum: `avg(avg_over_time((${current} == bool on (namespace, horizontalpodautoscaler) ${most})[14d:5m]))`,
    ofRequest: `quantile_over_time(0.5, (${used} / ${requested})[14d:15m])`,
    since: `min_over_time((timestamp(${current}))[14d:1h])`,
  };
}
