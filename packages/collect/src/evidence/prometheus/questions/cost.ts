import { DAY_MS } from '../../day-ms.ts';
import { escapeRegex } from '../../promql/escape-regex.ts';
import { renderSelector, type Matcher, type Selector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import { type KubernetesWorkload, kubernetesWorkload } from '../kubernetes-workload.ts';
import type { Survey } from '../survey.ts';

const DAYS = 90;
const HALF = DAYS / 2;
const GIBIBYTE = 1024 ** 3;
const LEAST_COVERAGE = 0.95;

/**
 * The cost of CPU and memory per request by the metrics of OpenCost, of the last 45 days against the 45 before. Needs
 * `selectors.kubernetes`.
 */
export function cost({ api, selector, history, family, context: { manifest, now } }: Survey): Question | undefined {
  if (!['backend', 'batch'].includes(manifest.service.kind)) return undefined;
  const workload = kubernetesWorkload(manifest);
  if (workload === undefined) return undefined;
  const perHour = costPerHour(workload);
  const spent = (offset: string) => `sum_over_time((${perHour})[${HALF}d:1h]${offset})`;
  return {
    kind: 'cost',
    basis: 'measured',
    query: spent(''),
    ask: async () => {
      const window = (await history()).window(DAYS);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const found = await family();
      if (found === undefined) return unavailable('no-data', 'requests are not counted', { window });
      const counted: Selector = [{ label: '__name__', operator: '=', value: found.counter }, ...selector];
      const perRequest = (offset: string) =>
        `${spent(offset)} / (sum(increase(${renderSelector(counted)}[${HALF}d]${offset})) > 0)`;
      const query = `(${perRequest('')}) / (${perRequest(` offset ${HALF}d`)} > 0)`;
      // A sum over half of the hours is half of the cost, which is no saving.
      const [[change], [hours]] = await Promise.all([api.query(query), api.query(`count_over_time((${perHour})[${DAYS}d:1h])`)]);
      const coverage = (hours?.value ?? 0) / (DAYS * 24);
      if (change === undefined || coverage < LEAST_COVERAGE) {
        const detail = `the metrics of OpenCost tell the cost of ${Math.floor(coverage * 100)} % of ${DAYS} days`;
        return unavailable(coverage === 0 ? 'no-data' : 'insufficient-history', detail, { query, window });
      }
      return { query, window: { from: now - DAYS * DAY_MS, to: now }, values: { perRequestChange: change.value } };
    },
  };
}

function costPerHour({ namespace, deployment }: KubernetesWorkload): string {
  const pods: readonly Matcher[] = [
    { label: 'namespace', operator: '=', value: namespace },
    { label: 'pod', operator: '=~', value: `${escapeRegex(deployment)}-.+` },
  ];
  const allocated = (metric: string) =>
    `sum by (node) (${renderSelector([{ label: '__name__', operator: '=', value: metric }, ...pods])})`;
  return [
    `sum(${allocated('container_cpu_allocation')} * on (node) max by (node) (node_cpu_hourly_cost))`,
    `sum(${allocated('container_memory_allocation_bytes')} / ${GIBIBYTE} * on (node) max by (node) (node_ram_hourly_cost))`,
  ].join(' + ');
}
