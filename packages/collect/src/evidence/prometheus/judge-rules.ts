import { readExpression, type Expression } from '../promql/read-expression.ts';
import { meets, renderSelector, type Selector } from '../promql/selector.ts';
import { couldStillCome } from './could-still-come.ts';
import { nameSymptoms, type Symptom } from './name-symptoms.ts';
import type { PrometheusApi } from './prometheus-api.ts';
import type { AlertRule } from './read-rules.ts';

/** A rule that concerns the service. */
export interface JudgedRule {
  readonly rule: AlertRule;
  readonly expression: Expression | undefined;
  readonly symptoms: ReadonlySet<Symptom>;
  /** It can ring: it is evaluated, and there are series behind each of its selectors. */
  readonly isLive: boolean;
}

export interface JudgedRules {
  /** Rules that concern the service: they name it, or they apply to all and it has their series. */
  readonly own: readonly JudgedRule[];
  /** Rules of the whole server, as they are. */
  readonly all: readonly AlertRule[];
  /** Whether there are series behind a selector. */
  hasSeries(selector: Selector): Promise<boolean>;
}

/** An evaluation may be this many intervals old. */
const STALE_INTERVALS = 5;
const LEAST_INTERVAL_MS = 60_000;

/** Finds the rules of a service and proves each by the series behind it: a rule on a metric that does not exist looks healthy. */
export async function judgeRules(api: PrometheusApi, service: Selector, now: number): Promise<JudgedRules> {
  const known = new Map<string, Promise<boolean>>();
  const hasSeries = (selector: Selector): Promise<boolean> => {
    const text = renderSelector(selector);
    const asked = known.get(text) ?? api.count(`count(last_over_time(${text}[24h]))`).then((samples) => samples.length > 0);
    known.set(text, asked);
    return asked;
  };
  const all = await api.alertRules();
  const judged = await Promise.all(all.map((rule) => judge(rule)));
  return { own: judged.filter((rule) => rule !== undefined), all, hasSeries };

  async function judge(rule: AlertRule): Promise<JudgedRule | undefined> {
    const expression = readExpression(rule.query);
    const relation = relate(rule, expression, service);
    if (relation === 'other') return undefined;
    const needed = (expression?.selectors ?? []).filter(({ inAbsent }) => !inAbsent).map(({ selector }) => selector);
    const asked = relation === 'general' ? needed.map((selector) => narrow(selector, service)) : needed;
    const proofs = await Promise.all(
      asked.map(async (selector) => (await hasSeries(selector)) || couldStillCome(selector, hasSeries)),
    );
    const hasAll = expression !== undefined && expression.selectors.length > 0 && proofs.every(Boolean);
    // A rule for everybody that finds nothing of this service is not about it.
    if (relation === 'general' && (needed.length === 0 || !hasAll)) return undefined;
    const age = now - rule.evaluatedAt;
    const isEvaluated = rule.health === 'ok' && age < STALE_INTERVALS * Math.max(rule.interval || 0, LEAST_INTERVAL_MS);
    const symptoms = expression === undefined ? new Set<Symptom>() : nameSymptoms(expression);
    return { rule, expression, symptoms, isLive: isEvaluated && hasAll };
  }
}

/** Whether a rule names the service, applies to all, or is about something else. */
function relate(rule: AlertRule, expression: Expression | undefined, service: Selector): 'named' | 'general' | 'other' {
  const labelled = service.filter(({ label }) => Object.hasOwn(rule.labels, label));
  if (labelled.some(({ label, value }) => rule.labels[label] !== value && !rule.labels[label].includes('{{'))) return 'other';
  const isLabelled = service.length > 0 && service.every(({ label, value }) => rule.labels[label] === value);
  if (isLabelled) return 'named';
  const selectors = expression?.selectors.map(({ selector }) => selector) ?? [];
  let names = false;
  for (const selector of selectors) {
    const concerning = selector.filter(({ label }) => service.some((matcher) => matcher.label === label));
    const isOther = concerning.some((matcher) => !meets(matcher, service.find(({ label }) => label === matcher.label)!.value));
    if (isOther) return 'other';
    // `service!="a"` and `service=~".+"` let it through without naming it.
    const named = concerning.filter(({ operator, value }) => operator === '=' || (operator === '=~' && !/^\.[*+]$/.test(value)));
    names ||= service.every(({ label }) => named.some((matcher) => matcher.label === label));
  }
  return names ? 'named' : 'general';
}

function narrow(selector: Selector, service: Selector): Selector {
  return [
    ...selector,
    ...service.filter(({ label }) => !selector.some((matcher) => matcher.label === label && matcher.operator === '=')),
  ];
}
