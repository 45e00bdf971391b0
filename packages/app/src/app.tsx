import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import flamestepPlugin from '@flamestep/backstage-plugin-flamestep/alpha';

/** The example portal: a catalog, and flamestep in it. */
export const app = createApp({
  features: [catalogPlugin, orgPlugin, userSettingsPlugin, signalsPlugin, notificationsPlugin, flamestepPlugin],
});
