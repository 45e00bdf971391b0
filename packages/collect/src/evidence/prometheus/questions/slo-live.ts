import { renderSelector, type Selector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import type { JudgedRule } from '../judge-rules.ts';
import type { Survey } from '../survey.ts';

const HOURS = 28 * 24;

/** Whether the indicator that Sloth or Pyrra records has data, and how many live rules watch how fast its budget burns. */
export function sloLive({ api, selector, history, rules, context: { manifest } }: Survey): Question {
  const sloth: Selector = [
    { label: '__name__', operator: '=', value: 'slo:sli_error:ratio_rate5m' },
    { label: 'sloth_service', operator: '=', value: manifest.service.name },
  ];
  const pyrra: Selector = [
    { label: '__name__', operator: '=~', value: '.+:(increase|burnrate).+' },
    { label: 'slo', operator: '!=', value: '' },
    ...selector,
  ];
  const query = `max(count_over_time((count(${renderSelector(sloth)}) or count(${renderSelector(pyrra)}))[28d:1h]))`;
  return {
    kind: 'slo-live',
    basis: 'measured',
    query,
    ask: async () => {
      const window = (await history()).window(28);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const [[hours], { own }] = await Promise.all([api.query(query), rules()]);
      return {
        window,
        values: { coverage: Math.min(1, (hours?.value ?? 0) / HOURS), burnAlerts: own.filter(watchesBurn).length },
      };
    },
  };
}

/** A rule on what an SLO tool records, or the same ratio over a long and a short range. */
function watchesBurn({ isLive, symptoms, expression }: JudgedRule): boolean {
  if (!isLive || expression === undefined) return false;
  const names = expression.selectors.flatMap(({ selector }) => selector.filter(({ label }) => label === '__name__'));
  if (names.some(({ value }) => /^slo:|burn_?rate|error_budget/.test(value))) return true;
  return expression.ranges.size >= 2 && (symptoms.has('errors') || symptoms.has('latency'));
}
