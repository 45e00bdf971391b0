import { flamestepServiceReadPermission } from '@flamestep/backstage-plugin-flamestep-common';

/** What all actions have in common: they change nothing, and whoever may not read does not see them. */
export const READ_ONLY = {
  attributes: { readOnly: true, idempotent: true, destructive: false },
  visibilityPermission: flamestepServiceReadPermission,
};
