import type { Question } from '../../question.ts';
import type { Survey } from '../survey.ts';

/** To how many Alertmanagers alerts are sent. Where they go from there, an Alertmanager tells. */
export function pagingRoute({ api }: Survey): Question {
  return {
    kind: 'paging-route',
    basis: 'measured',
    query: 'GET /api/v1/alertmanagers',
    ask: async () => ({ values: { alertmanagers: await api.alertmanagers() } }),
  };
}
