import { listAt, numberAt, objectAt, textAt } from '../http/answer.ts';

/** An alert rule as Prometheus runs it. */
export interface AlertRule {
  readonly name: string;
  /** PromQL. */
  readonly query: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** `ok`, `err` or `unknown`. A rule on a series that does not exist is `ok`. */
  readonly health: string;
  /** Milliseconds since 1970; NaN where it was never evaluated. */
  readonly evaluatedAt: number;
  /** Milliseconds between evaluations. */
  readonly interval: number;
}

/** The alert rules of `/api/v1/rules`; what is asked for there is not relied on, because servers ignore it. */
export function readRules(answer: unknown): AlertRule[] {
  return listAt(answer, 'data', 'groups').flatMap((group) =>
    listAt(group, 'rules')
      .filter((rule) => textAt(rule, 'type') === 'alerting')
      .map((rule) => ({
        name: textAt(rule, 'name'),
        query: textAt(rule, 'query'),
        labels: textsOf(objectAt(rule, 'labels')),
        annotations: textsOf(objectAt(rule, 'annotations')),
        health: textAt(rule, 'health'),
        evaluatedAt: Date.parse(textAt(rule, 'lastEvaluation')),
        interval: numberAt(group, 'interval') * 1000,
      })),
  );
}

function textsOf(object: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, String(value)]));
}
