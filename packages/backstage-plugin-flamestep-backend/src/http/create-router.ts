import type { AuditorService, HttpAuthService, LoggerService, PermissionsService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express, { type Router } from 'express';
import type { ReportReceiver } from '../ingest/ReportReceiver.ts';
import type { ReadApi } from '../read/ReadApi.ts';
import { loadSpec } from './load-spec.ts';
import { addReadRoutes } from './read-routes.ts';
import { reportRoute } from './report-route.ts';

export interface RouterOptions {
  readonly receiver: ReportReceiver;
  readonly readApi: ReadApi;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly auditor: AuditorService;
  readonly logger: LoggerService;
  readonly maxBytes: number;
  /** Hold answers against the description too: for development. */
  readonly checkResponses: boolean;
  /** Called when a result of main was taken in. */
  readonly onResult: () => void;
}

/** The HTTP API. Requests are held against `openapi.yaml` before any route sees them. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const api = createValidatedOpenApiRouter(await loadSpec(), {
    // It would take the fault of a body that is too large for one of its content.
    middleware: [(_request, _response, next) => next()],
    validatorOptions: {
      validateRequests: { coerceTypes: false, allowUnknownQueryParameters: false },
      validateResponses: options.checkResponses,
      validateFormats: false,
    },
  }) as unknown as Router;
  api.post('/v1/reports', reportRoute(options));
  addReadRoutes(api, options);
  const router = express.Router();
  router.use(express.json({ limit: options.maxBytes }));
  router.use(api);
  return router;
}
