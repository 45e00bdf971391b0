import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { collectorsExtensionPoint } from '@flamestep/backstage-plugin-flamestep-node';
import { collect } from '@flamestep/collect';

const INSTANCE = 'service-files';

/**
 * A collector of one's own, as another team would add one: reads the SLOs beside the service files, `<service>.slo.yaml`. They count as
 * looked at when the service file was, because the example has no history to ask.
 */
export const sloFilesModule = createBackendModule({
  pluginId: 'flamestep',
  moduleId: 'slo-files',
  register(env) {
    env.registerInit({
      deps: { collectors: collectorsExtensionPoint, config: coreServices.rootConfig },
      async init({ collectors, config }) {
        const folder = config.getString('flamestep.manifestFolder');
        collectors.addCollector({
          type: 'openslo',
          // `main` is the repository that the catalog's annotation `flamestep.io/slos` points to.
          instance: INSTANCE,
          async collect({ manifest, now, signal }) {
            const names = readdirSync(folder).filter((name) => name === `${manifest.service.name}.slo.yaml`);
            const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
            const { reviewed } = manifest;
            const changed = reviewed === undefined ? {} : Object.fromEntries(names.map((name) => [name, reviewed]));
            const { evidence, failures } = await collect(
              { ...manifest, sources: [] },
              [{ type: 'openslo', instance: INSTANCE, files, changed }],
              {
                now,
                signal,
              },
            );
            return { evidence: evidence.filter(({ source }) => source.type === 'openslo'), failures };
          },
        });
      },
    });
  },
});
