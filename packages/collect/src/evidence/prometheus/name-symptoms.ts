import type { Expression } from '../promql/read-expression.ts';
import { meets, type Selector } from '../promql/selector.ts';

/** What a rule watches; the names of the fields of `alert-rules`. */
export type Symptom = 'latency' | 'errors' | 'availability' | 'staleness' | 'crashes' | 'clientErrors';

const STATUS_LABEL = /(?:^|_)(?:status|status_code|code|outcome|result)$/;
const FAILURES = ['500', '503', '5xx', 'Internal', 'Unavailable', 'error', 'failure', 'SERVER_ERROR'];

const METRICS: readonly (readonly [Symptom, RegExp])[] = [
  ['clientErrors', /web_?vitals|(?:^|[_:])(?:lcp|inp|cls|js_errors?|browser_)|client_errors?/i],
  ['crashes', /crash/i],
  ['staleness', /last_(?:success|run|completion)|(?:^|[_:])lateness|missed_runs/i],
  ['availability', /^up$|^probe_success$|availab|kube_(?:deployment|statefulset)_status_replicas|healthy/i],
  ['latency', /latency|duration|response_time|handling_seconds|requests?_seconds/i],
  ['errors', /error|fail|exception/i],
];

/** What an alert rule watches, told by its functions, metrics and labels. Its name is not asked: anything can be called anything. */
export function nameSymptoms({ selectors, functions }: Expression): ReadonlySet<Symptom> {
  const symptoms = new Set<Symptom>();
  if (functions.has('histogram_quantile')) symptoms.add('latency');
  for (const { selector, inAbsent } of selectors) {
    if (inAbsent) symptoms.add('availability');
    else if (selectsFailures(selector)) symptoms.add('errors');
    else if (!functions.has('histogram_quantile')) {
      const name = nameOf(selector);
      const [symptom] = METRICS.find(([, pattern]) => pattern.test(name)) ?? [];
      // How many requests there were, beside those that failed, is not latency, although the metric is called a duration.
      if (symptom !== undefined && !(symptom === 'latency' && /_count$/.test(name))) symptoms.add(symptom);
    }
  }
  return symptoms;
}

function nameOf(selector: Selector): string {
  return selector.find(({ label, operator }) => label === '__name__' && operator === '=')?.value ?? '';
}

function selectsFailures(selector: Selector): boolean {
  return selector.some(
    (matcher) =>
      STATUS_LABEL.test(matcher.label) &&
      (matcher.operator === '=' || matcher.operator === '=~') &&
      FAILURES.some((code) => meets(matcher, code)) &&
      !meets(matcher, '200'),
  );
}
