import { renderSelector, type Matcher } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import { type KubernetesWorkload, kubernetesWorkload } from '../kubernetes-workload.ts';
import type { Survey } from '../survey.ts';

const DAYS = 90;

/**
 * The share of the time in which a change could only go out gradually, as a canary of Argo Rollouts or Flagger, for the share of the
 * deployments that did. Needs `selectors.kubernetes`.
 */
export function progressiveDelivery({ api, history, context: { manifest } }: Survey): Question | undefined {
  if (!['backend', 'web'].includes(manifest.service.kind)) return undefined;
  const workload = kubernetesWorkload(manifest);
  if (workload === undefined) return undefined;
  const queries = queriesOf(workload);
  return {
    kind: 'progressive-delivery',
    basis: 'derived',
    query: queries.slice(0, 2).join('; '),
    ask: async () => {
      const window = (await history()).window(DAYS);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const [canary, flagger, rollout] = (await Promise.all(queries.map((query) => api.query(query)))).map(
        ([one]) => one?.value ?? 0,
      );
      if (flagger === 0 && rollout === 0) {
        return unavailable('no-data', 'neither Argo Rollouts nor Flagger has a metric of this deployment', { window });
      }
      const hours = (window.to - window.from) / 3_600_000;
      return { window, values: { progressiveShare: Math.min(1, Math.max(canary, flagger) / hours) } };
    },
  };
}

function queriesOf({ namespace, deployment }: KubernetesWorkload): readonly string[] {
  const hoursOf = (metric: string, ...more: Matcher[]): string => {
    const matchers: Matcher[] = [
      { label: '__name__', operator: '=', value: metric },
      { label: 'namespace', operator: '=', value: namespace },
      { label: 'name', operator: '=', value: deployment },
      ...more,
    ];
    return `count_over_time((count(${renderSelector(matchers)}))[${DAYS}d:1h])`;
  };
  // Blue and green change places at once, which is not gradual.
  return [
    hoursOf('rollout_info', { label: 'strategy', operator: '=~', value: '(?i)canary' }),
    hoursOf('flagger_canary_status'),
    hoursOf('rollout_info'),
  ];
}
