import type { ServiceKind } from '@flamestep/maturity';
import { createClient } from '../../src/evidence/http/client.ts';
import { manifestQuestions } from '../../src/evidence/manifest-questions.ts';
import { questionsFor } from '../../src/evidence/questions-for.ts';
import type { Source } from '../../src/index.ts';
import { manifestOf } from './manifest.ts';

const url = 'http://127.0.0.1:1';

/** One source of each type, with everything that it can be given. */
const SOURCES: { readonly [Type in Source['type']]: Extract<Source, { type: Type }> } = {
  prometheus: { type: 'prometheus', url },
  alertmanager: { type: 'alertmanager', url },
  openslo: { type: 'openslo', files: {} },
  github: { type: 'github', url, repository: 'acme/shop', telemetryHosts: ['grafana.example.com'] },
  grafana: { type: 'grafana', url },
  jaeger: { type: 'jaeger', url },
  tempo: { type: 'tempo', url },
  loki: { type: 'loki', url },
  pyroscope: { type: 'pyroscope', url },
  parca: { type: 'parca', url },
  'google-cloud': { type: 'google-cloud', project: 'shop-prod' },
  newrelic: { type: 'newrelic', account: 1 },
  calendar: { type: 'calendar', url },
  flamestep: { type: 'flamestep', reports: [], deploys: [] },
};

/** Which types of sources are asked for each kind of evidence, for services of the kinds. Nothing is sent. */
export function collectedKinds(kinds: readonly ServiceKind[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const kind of kinds) {
    const manifest = manifestOf('checkout', {
      normal: [{ operation: 'cart', metric: 'up', atMost: 1 }],
      selectors: { kubernetes: { namespace: 'shop', deployment: 'checkout' }, journeys: { job: 'journeys' } },
      sources: [{ type: 'prometheus', instance: 'main', role: 'customer-outcome', query: 'carts_paid_total' }],
    });
    const context = {
      manifest: { ...manifest, service: { ...manifest.service, kind } },
      now: 0,
      client: createClient(),
      isExplained: async () => false,
      firstDeployment: async () => undefined,
      ...(kind === 'batch' && { runs: async () => undefined }),
    };
    const asked = [
      ...manifestQuestions(manifest, 0).map((question) => [question.kind, 'manifest'] as const),
      ...Object.values(SOURCES).flatMap((source) =>
        questionsFor(source, context).map((question) => [question.kind, source.type] as const),
      ),
    ];
    for (const [id, type] of asked) found.set(id, (found.get(id) ?? new Set()).add(type));
  }
  return new Map([...found].map(([id, types]) => [id, [...types]]));
}
