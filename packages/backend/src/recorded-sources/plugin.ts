import type { IncomingMessage } from 'node:http';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { readRecordings } from './recordings.ts';
import { readRequest } from './read-request.ts';

/**
 * Stands in for Prometheus, Alertmanager, Loki, Jaeger, Pyroscope, GitHub and a calendar, so that the collectors of the example have
 * somebody to ask: `/api/recorded-sources/<source>/…`. Not for a real portal.
 */
export const recordedSourcesPlugin = createBackendPlugin({
  pluginId: 'recorded-sources',
  register(env) {
    env.registerInit({
      deps: { config: coreServices.rootConfig, http: coreServices.httpRouter, logger: coreServices.logger },
      async init({ config, http, logger }) {
        const recordings = readRecordings(config.getString('examplePortal.recordings'));
        http.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        http.use(async (request, response) => {
          const asked = await readRequest(request as IncomingMessage);
          const answer = recordings.answer(asked, Date.now());
          if (answer === undefined) {
            logger.debug(`Never asked: ${asked.method} ${asked.path} ${asked.parameters}`);
            response.status(404).json({ message: 'This was never asked while the example was recorded' });
            return;
          }
          response.status(answer.status).type(answer.contentType).send(answer.body);
        });
      },
    });
  },
});
