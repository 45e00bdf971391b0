import { createBackend } from '@backstage/backend-defaults';
import { newRelicForAppsModule } from './new-relic-for-apps.ts';
import { permissionPolicyModule } from './permission-policy.ts';
import { recordedSourcesPlugin } from './recorded-sources/plugin.ts';
import { sloFilesModule } from './slo-files.ts';

/** The example portal: the API, and the pages too. */
const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(permissionPolicyModule);
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@flamestep/backstage-plugin-flamestep-backend'));
backend.add(import('@flamestep/backstage-plugin-flamestep-backend-module-github-oidc'));
backend.add(recordedSourcesPlugin);
backend.add(sloFilesModule);
backend.add(newRelicForAppsModule);

// Without its plugins the portal would go on, and answer nothing.
backend.start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
