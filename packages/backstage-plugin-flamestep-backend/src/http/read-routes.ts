import { NotFoundError } from '@backstage/errors';
import { canonicalEntityRef } from '@flamestep/backstage-plugin-flamestep-common';
import type { Request, Response, Router } from 'express';
import { readFlag, readNumber, readServicesQuery, readText } from './read-query.ts';
import { plainText } from '../store/plain-text.ts';
import type { RouterOptions } from './create-router.ts';

const SERVICE = '/v1/services/:kind/:namespace/:name';

/** Everything that is read, and the assessment on demand: shells around {@link RouterOptions.readApi}. */
export function addReadRoutes(router: Router, { readApi, httpAuth, auditor }: RouterOptions): void {
  const credentialsOf = (request: Request) => httpAuth.credentials(request, { allow: ['user', 'service'] });
  const get = (path: string, answer: (request: Request) => Promise<unknown>) => {
    router.get(path, async (request: Request, response: Response) => {
      // It depends on who asks, and is soon old.
      response.setHeader('Cache-Control', 'private, no-store');
      response.json(await answer(request));
    });
  };

  get('/v1/services', async (request) => readApi.list(readServicesQuery(request.query), await credentialsOf(request)));
  get('/v1/fleet', async (request) => readApi.fleet(readServicesQuery(request.query), await credentialsOf(request)));
  get(SERVICE, async (request) => readApi.service(refOf(request), await credentialsOf(request)));
  get(`${SERVICE}/history`, async (request) => {
    const page = { before: readText(request.query, 'before'), limit: readNumber(request.query, 'limit') ?? 100 };
    return readApi.history(refOf(request), page, await credentialsOf(request));
  });
  get(`${SERVICE}/trends`, async (request) => {
    const { query } = request;
    const choice = {
      key: readText(query, 'key'),
      sampleType: readText(query, 'sampleType'),
      days: readNumber(query, 'days') ?? 90,
    };
    return readApi.trends(refOf(request), choice, await credentialsOf(request));
  });
  get(`${SERVICE}/reports`, async (request) => {
    const { query } = request;
    const page = {
      limit: readNumber(query, 'limit') ?? 20,
      offset: readNumber(query, 'offset') ?? 0,
      main: readFlag(query, 'main'),
    };
    return readApi.reports(refOf(request), page, await credentialsOf(request));
  });
  get('/v1/reports/:id', async (request) => readApi.report(plainText(request.params['id'] ?? ''), await credentialsOf(request)));

  router.post(`${SERVICE}/assess`, async (request: Request, response: Response) => {
    const event = await auditor.createEvent({ eventId: 'service-assess', severityLevel: 'medium', request });
    try {
      const detail = await readApi.assess(refOf(request), await credentialsOf(request));
      await event.success();
      response.json(detail);
    } catch (error) {
      await event.fail({ error: error instanceof Error ? error : new Error('unknown') });
      throw error;
    }
  });
}

function refOf({ params }: Request): string {
  try {
    return canonicalEntityRef(plainText(`${params['kind']}:${params['namespace']}/${params['name']}`));
  } catch {
    throw new NotFoundError('there is no such service');
  }
}
