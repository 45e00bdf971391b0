import type { Entity } from '@backstage/catalog-model';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ReactElement } from 'react';
import { pagesRouteRef } from '../src/routes/route-refs.ts';

/** What the backend answers to a path below `plugin://flamestep`: a value, a status, or undefined for no answer at all. */
export type Answers = Readonly<Record<string, unknown>>;

export const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default', annotations: { 'flamestep.io/service': 'checkout' } },
  spec: { type: 'service' },
};

/** Renders on the page of an entity, at a route of the app, with a backend that answers so. */
export function renderForEntity(element: ReactElement, answers: Answers, entity: Entity = checkout, route = '/'): string[] {
  const asked: string[] = [];
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const path = String(input).replace('plugin://flamestep', '');
    asked.push(path);
    const key = Object.keys(answers).find((end) => path.split('?')[0]?.endsWith(end));
    const answer = key === undefined ? 404 : answers[key];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return typeof answer === 'number' ? new Response('{}', { status: answer }) : Response.json(answer);
  };
  renderInTestApp(<EntityProvider entity={entity}>{element}</EntityProvider>, {
    apis: [[fetchApiRef, { fetch }], mockApis.permission()],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef, '/flamestep': pagesRouteRef },
    initialRouteEntries: [route],
  });
  return asked;
}
