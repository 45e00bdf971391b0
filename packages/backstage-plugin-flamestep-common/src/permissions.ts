import { createPermission } from '@backstage/plugin-permission-common';

/** Sending a report: for CI. */
export const flamestepReportCreatePermission = createPermission({
  name: 'flamestep.report.create',
  attributes: { action: 'create' },
});

/** Reading ratings, trends and reports, of those entities that the reader may read in the catalog. */
export const flamestepServiceReadPermission = createPermission({
  name: 'flamestep.service.read',
  attributes: { action: 'read' },
});

/** Having a service assessed now, which asks its sources. */
export const flamestepServiceAssessPermission = createPermission({
  name: 'flamestep.service.assess',
  attributes: { action: 'update' },
});

/** All permissions of the plugin. */
export const flamestepPermissions = [
  flamestepReportCreatePermission,
  flamestepServiceReadPermission,
  flamestepServiceAssessPermission,
];
