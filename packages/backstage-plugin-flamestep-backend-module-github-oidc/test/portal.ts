import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { parseReporterSubject } from '@flamestep/backstage-plugin-flamestep-common';
import request from 'supertest';
import githubActions from '../src/index.ts';

export const AUDIENCE = 'https://portal.example.com';

type Options = { readonly [name: string]: string | string[] | number[] };

/** What a backend with the real handling of tokens says to a caller. */
export type Ask = (token: string) => Promise<{ readonly status: number; readonly body: unknown }>;

/** A backend that has this access and answers who is calling. */
export async function startPortal(options: Options): Promise<{ ask: Ask; stop(): Promise<void> }> {
  const whoami = createBackendPlugin({
    pluginId: 'whoami',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter, httpAuth: coreServices.httpAuth },
        async init({ http, httpAuth }) {
          http.use(async (incoming, response) => {
            const { principal } = await httpAuth.credentials(incoming, { allow: ['service'] });
            response.json({ subject: principal.subject, reporter: parseReporterSubject(principal.subject) });
          });
        },
      });
    },
  });
  const access = [{ type: 'github-actions', options, accessRestrictions: [{ plugin: 'whoami' }] }];
  const backend = await startTestBackend({
    features: [
      authServiceFactory,
      httpAuthServiceFactory,
      githubActions,
      whoami,
      mockServices.rootConfig.factory({ data: { backend: { baseUrl: 'http://localhost:1', auth: { externalAccess: access } } } }),
    ],
  });
  return {
    async ask(token) {
      const { status, body } = await request(backend.server).get('/api/whoami').set('authorization', `Bearer ${token}`);
      return { status, body };
    },
    stop: () => backend.stop(),
  };
}
