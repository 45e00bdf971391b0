import { DAY_MS } from '../../day-ms.ts';
import { readExpression } from '../../promql/read-expression.ts';
import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

/** The series that the service file calls a customer outcome: whether they have data, and whether an alert or SLO rule rests on them. */
export function customerOutcome({ api, rules, context: { manifest, now } }: Survey): Question | undefined {
  const bound = manifest.sources.filter(({ type, role }) => type === 'prometheus' && role === 'customer-outcome');
  const queries = bound.flatMap(({ query }) => query ?? []);
  if (queries.length === 0) return undefined;
  return {
    kind: 'customer-outcome',
    basis: 'measured',
    query: queries.join('; '),
    ask: async () => {
      const expressions = queries.map(readExpression);
      if (expressions.includes(undefined))
        return unavailable('source-error', 'a query of a customer outcome in the service file is no PromQL');
      const results = await Promise.all(queries.map((query) => api.count(`count_over_time((count(${query}))[7d:1h])`)));
      const names = new Set(expressions.flatMap((expression) => metricsOf(expression)));
      const users = (await rules()).own.filter(({ expression }) => metricsOf(expression).some((name) => names.has(name)));
      return {
        window: { from: now - 7 * DAY_MS, to: now },
        values: { series: results.filter((samples) => samples.length > 0).length, uses: users.length },
      };
    },
  };
}

function metricsOf(expression: ReturnType<typeof readExpression>): string[] {
  return (expression?.selectors ?? []).flatMap(({ selector }) =>
    selector.filter(({ label, operator }) => label === '__name__' && operator === '=').map(({ value }) => value),
  );
}
