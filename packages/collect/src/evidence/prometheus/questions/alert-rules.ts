import { DAY_MS } from '../../day-ms.ts';
import { escapeRegex } from '../../promql/escape-regex.ts';
import { renderSelector, type Matcher } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import type { JudgedRule } from '../judge-rules.ts';
import type { Symptom } from '../name-symptoms.ts';
import type { Survey } from '../survey.ts';

const SLOTS = 7 * 288;
const STUCK_SHARE = 0.95;
/** So many of a server's rules are looked at by name in one query. */
const MOST_NAMES = 500;

/** Live rules by what they watch, broken ones, and those that always fire. */
export function alertRules(survey: Survey): Question {
  return {
    kind: 'alert-rules',
    basis: 'measured',
    query: 'GET /api/v1/rules?type=alert, and count(last_over_time(SELECTOR[24h])) of each selector',
    ask: async () => {
      const { now } = survey.context;
      const [{ own }, history] = await Promise.all([survey.rules(), survey.history()]);
      const window = history.window(7);
      // Where no rule concerns a service that has series, none rang in any week.
      const isBare = own.length === 0 && history.times.length > 0;
      if (window.lacks !== undefined && !isBare) return unavailable('insufficient-history', window.lacks, { window });
      const live = (symptom: Symptom): number => own.filter(({ isLive, symptoms }) => isLive && symptoms.has(symptom)).length;
      return {
        window: isBare ? { from: now - 7 * DAY_MS, to: now } : window,
        values: {
          latency: live('latency'),
          errors: live('errors'),
          availability: live('availability'),
          staleness: live('staleness'),
          crashes: live('crashes'),
          clientErrors: live('clientErrors'),
          broken: own.filter(({ isLive }) => !isLive).length,
          stuck: await countStuck(survey, own),
        },
      };
    },
  };
}

async function countStuck({ api, selector }: Survey, own: readonly JudgedRule[]): Promise<number> {
  const names = [...new Set(own.map(({ rule }) => rule.name))].slice(0, MOST_NAMES);
  if (names.length === 0) return 0;
  const firing = renderSelector([
    { label: '__name__', operator: '=', value: 'ALERTS' },
    { label: 'alertstate', operator: '=', value: 'firing' },
    { label: 'alertname', operator: '=~', value: names.map(escapeRegex).join('|') },
    // Alerts of other services of the same rule are theirs.
    ...selector.map(({ label, value }): Matcher => ({ label, operator: '=~', value: `|${escapeRegex(value)}` })),
  ]);
  const query = `count_over_time((max by (alertname) (${firing}))[7d:5m]) / ${SLOTS} >= ${STUCK_SHARE}`;
  return (await api.query(query)).length;
}
