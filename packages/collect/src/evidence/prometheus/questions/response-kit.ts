import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

/** Paging rules with links to a runbook and a dashboard. Whether the links open is not tried, so this is only declared. */
export function responseKit({ rules, pageSeverities }: Survey): Question {
  return {
    kind: 'response-kit',
    basis: 'declared',
    query: 'GET /api/v1/rules?type=alert: annotations runbook_url and dashboard_url of paging rules',
    ask: async () => {
      const paging = (await rules()).own.filter(({ rule }) => pageSeverities.includes(rule.labels['severity']));
      if (paging.length === 0)
        return unavailable('no-data', `no rule of this service has the severity ${pageSeverities.join(' or ')}`);
      const equipped = paging.filter(({ rule: { annotations } }) => {
        const links = Object.entries(annotations).filter(([, value]) => /^https?:\/\/\S+$/.test(value));
        return links.some(([name]) => /runbook|playbook/i.test(name)) && links.some(([name]) => /dashboard/i.test(name));
      });
      return { values: { runbookShare: equipped.length / paging.length } };
    },
  };
}
