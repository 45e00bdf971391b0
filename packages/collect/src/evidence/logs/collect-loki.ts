import { DAY_MS } from '../day-ms.ts';
import { address } from '../http/address.ts';
import { demand, listAt, numberAt, objectAt } from '../http/answer.ts';
import { renderSelector } from '../promql/selector.ts';
import { serviceSelector } from '../promql/service-selector.ts';
import type { Context, Question } from '../question.ts';
import type { LokiSource } from './loki-source.ts';

const ERROR = /^(?:err(?:or)?|fatal|critical)$/i;
const LEVELS = ['level', 'detected_level', 'severity', 'severity_text'];

/** How many records a service logs in a day, and how many of them have a severity and a trace id; of a client whether errors arrive. */
export function collectLoki({ url, tenant }: LokiSource, { manifest, now, client }: Context): Question[] {
  const headers: Record<string, string> = tenant === undefined ? {} : { 'x-scope-orgid': tenant };
  const stream = renderSelector(serviceSelector(manifest.selectors['loki'], 'service_name', manifest.service.name));
  const count = async (query: string) => {
    const parameters = { query, time: String(now * 1e6) };
    const answer = await client.json({ url: address(url, '/loki/api/v1/query', parameters), method: 'GET', headers });
    demand(answer, 'list', 'data', 'result');
    return listAt(answer, 'data', 'result').map((item) => ({
      labels: objectAt(item, 'metric'),
      value: numberAt(item, 'value', '1') || 0,
    }));
  };
  const byLevel = `sum by (${LEVELS.join(', ')}) (count_over_time(${stream}[24h]))`;
  // In the line, or beside it as structured metadata.
  const traced = [
    `sum(count_over_time(${stream} |~ "(?i)trace_?id" [24h]))`,
    `sum(count_over_time(${stream} | trace_id != "" [24h]))`,
  ];
  const { kind } = manifest.service;
  const questions: Question[] = [
    {
      kind: 'log-stream',
      basis: 'measured',
      query: byLevel,
      ask: async () => {
        const [levels, ...withTrace] = await Promise.all([byLevel, ...traced].map(count));
        const sum = (counted: typeof levels): number => counted.reduce((all, { value }) => all + value, 0);
        const records = sum(levels);
        const severe = levels.filter((one) =>
          LEVELS.some((label) => !['', 'unknown', undefined].includes(one.labels[label] as string)),
        );
        return {
          window: { from: now - DAY_MS, to: now },
          values: {
            records,
            severityShare: records === 0 ? null : sum(severe) / records,
            traceIdShare: records === 0 ? null : Math.min(1, Math.max(...withTrace.map(sum)) / records),
          },
          samples: records,
        };
      },
    },
  ];
  if (kind === 'web' || kind === 'mobile') {
    questions.push({
      kind: 'client-error-stream',
      basis: 'measured',
      query: byLevel,
      ask: async () => {
        const levels = (await count(byLevel)).filter(({ value }) => value > 0);
        const isError = ({ labels }: (typeof levels)[number]) => LEVELS.some((label) => ERROR.test(String(labels[label] ?? '')));
        // Records without an error among them may be those of a good day.
        const receiving = levels.some(isError) ? true : levels.length > 0 ? null : false;
        return { window: { from: now - DAY_MS, to: now }, values: { receiving } };
      },
    });
  }
  return questions;
}
