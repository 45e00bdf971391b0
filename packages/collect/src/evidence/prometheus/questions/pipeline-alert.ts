import { DAY_MS } from '../../day-ms.ts';
import { readExpression } from '../../promql/read-expression.ts';
import { meets, type Selector } from '../../promql/selector.ts';
import type { Question } from '../../question.ts';
import type { Survey } from '../survey.ts';

/** Jobs that carry telemetry, as they are usually called. */
const PIPELINE = /fluent|vector|otel-?col|collector|alloy|promtail|logstash|filebeat|telegraf|grafana-agent/i;
const EXAMPLES = ['fluentd', 'fluent-bit', 'vector', 'otelcol', 'otel-collector', 'alloy', 'promtail', 'logstash', 'filebeat'];

/** Live rules of the server for a dead collector or log shipper. */
export function pipelineAlert({ rules, context: { now } }: Survey): Question {
  return {
    kind: 'pipeline-alert',
    basis: 'measured',
    query: 'GET /api/v1/rules?type=alert: up or absent of collectors and log shippers',
    ask: async () => {
      const { all, hasSeries } = await rules();
      const live = await Promise.all(
        all.map(async ({ query, health }) => {
          const watched = readExpression(query)?.selectors.filter(({ selector }) => watchesPipeline(selector)) ?? [];
          if (health !== 'ok' || watched.length === 0) return false;
          const proofs = await Promise.all(watched.map(async ({ selector, inAbsent }) => inAbsent || hasSeries(selector)));
          return proofs.every(Boolean);
        }),
      );
      return { window: { from: now - 7 * DAY_MS, to: now }, values: { rules: live.filter(Boolean).length } };
    },
  };
}

function watchesPipeline(selector: Selector): boolean {
  return selector.some((matcher) => {
    if (matcher.label === '__name__') return /^(?:fluentd|fluentbit|vector|otelcol|promtail|alloy)_/.test(matcher.value);
    if (!/^(?:job|service|app|container)$/.test(matcher.label)) return false;
    if (matcher.operator === '=') return PIPELINE.test(matcher.value);
    return (
      matcher.operator === '=~' &&
      matcher.value !== '.+' &&
      matcher.value !== '.*' &&
      EXAMPLES.some((name) => meets(matcher, name))
    );
  });
}
