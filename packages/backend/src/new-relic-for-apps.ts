import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { collectorsExtensionPoint } from '@flamestep/backstage-plugin-flamestep-node';
import { collect } from '@flamestep/collect';

/** Another collector of one's own: in the example, New Relic knows mobile apps and nothing else, so that it is asked about them alone. */
export const newRelicForAppsModule = createBackendModule({
  pluginId: 'flamestep',
  moduleId: 'new-relic-for-apps',
  register(env) {
    env.registerInit({
      deps: { collectors: collectorsExtensionPoint, config: coreServices.rootConfig },
      async init({ collectors, config }) {
        const url = config.getString('examplePortal.newRelic');
        collectors.addCollector({
          type: 'newrelic',
          async collect({ manifest, now, signal }) {
            if (manifest.service.kind !== 'mobile') return { evidence: [], failures: [] };
            const { evidence, failures } = await collect({ ...manifest, sources: [] }, [{ type: 'newrelic', url, account: 1 }], {
              now,
              signal,
            });
            return { evidence: evidence.filter(({ source }) => source.type === 'newrelic'), failures };
          },
        });
      },
    });
  },
});
