import type { Survey } from './survey.ts';

/** Why it means nothing that no page rang; `undefined` where a live rule would have rung. */
export async function describeSilence({ rules, pageSeverities }: Survey): Promise<string | undefined> {
  const paging = (await rules()).own.filter(({ rule }) => pageSeverities.includes(rule.labels['severity']));
  if (paging.some(({ isLive }) => isLive)) return undefined;
  return `no page rang, but none could: no live rule of this service has the severity ${pageSeverities.join(' or ')}`;
}
