import { DAY_MS } from '../day-ms.ts';
import type { BuiltInKind, ServiceKind } from '@flamestep/maturity';
import { CollectError } from '../../collect-error.ts';
import { address } from '../http/address.ts';
import { demand, listAt, objectAt, textAt } from '../http/answer.ts';
import { type Context, type Question, unavailable } from '../question.ts';
import { escapeNrql } from './escape-nrql.ts';
import { NRQL_QUESTIONS } from './new-relic-questions.ts';
import { NEW_RELIC_API, type NewRelicSource } from './new-relic-source.ts';

const GRAPHQL = 'query($account: Int!, $nrql: Nrql!) { actor { account(id: $account) { nrql(query: $nrql) { results } } } }';
/** What only services of these kinds have. */
const ONLY: Readonly<Partial<Record<BuiltInKind, readonly ServiceKind[]>>> = {
  'web-vitals': ['web'],
  journeys: ['web'],
  'crash-rate': ['mobile'],
  'app-sessions': ['mobile'],
  'client-error-stream': ['web', 'mobile'],
};

/** What New Relic tells of a service, asked in NRQL through NerdGraph. */
export function collectNewRelic(source: NewRelicSource, { manifest, now, client }: Context): Question[] {
  const { account, url = NEW_RELIC_API } = source;
  const { appName = manifest.service.name } = manifest.selectors['newrelic'] ?? {};
  const asked = NRQL_QUESTIONS.filter(({ kind }) => ONLY[kind]?.includes(manifest.service.kind) ?? true);
  return asked.map(({ kind, nrql: template, days, read }) => {
    const nrql = template.replace(/\bAPP\b/, () => escapeNrql(appName));
    return {
      kind,
      basis: kind === 'recovery-time' ? 'derived' : 'measured',
      query: nrql,
      ask: async () => {
        const body = new TextEncoder().encode(JSON.stringify({ query: GRAPHQL, variables: { account, nrql } }));
        const headers = { 'content-type': 'application/json' };
        const answer = await client.json({ url: address(url, ''), method: 'POST', headers, body, credentialHeader: 'api-key' });
        refuseErrors(answer);
        demand(answer, 'list', 'data', 'actor', 'account', 'nrql', 'results');
        const rows = listAt(answer, 'data', 'actor', 'account', 'nrql', 'results').map((row) => objectAt(row));
        const window = { from: now - days * DAY_MS, to: now };
        const found = read(rows);
        return found === undefined
          ? unavailable('no-data', `no such events of this service in ${days} days`, { window })
          : { window, ...found };
      },
    };
  });
}

/** GraphQL tells its errors in an answer that is well. */
function refuseErrors(answer: unknown): void {
  const [error] = listAt(answer, 'errors');
  if (error === undefined) return;
  const message = textAt(error, 'message')
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .slice(0, 200);
  const isRefused =
    /UNAUTHORI[SZ]ED|ACCESS_DENIED|FORBIDDEN/i.test(textAt(error, 'extensions', 'errorClass')) ||
    /api key|not authorized/i.test(message);
  throw new CollectError(isRefused ? 'unauthorized' : 'bad-answer', `New Relic answered: ${message || 'an error without words'}`);
}
