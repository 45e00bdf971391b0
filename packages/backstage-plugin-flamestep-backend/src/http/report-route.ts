import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { flamestepReportCreatePermission } from '@flamestep/backstage-plugin-flamestep-common';
import type { Request, Response } from 'express';
import { TooManyReportsError } from '../ingest/too-many-reports-error.ts';
import type { RouterOptions } from './create-router.ts';
import { readText } from './read-query.ts';

/** `POST /v1/reports`: services only, with the permission of their own; audited whatever comes of it. */
export function reportRoute({ receiver, httpAuth, permissions, auditor, onResult }: RouterOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    const event = await auditor.createEvent({ eventId: 'report-create', severityLevel: 'medium', request });
    try {
      const credentials = await httpAuth.credentials(request, { allow: ['service'] });
      const [{ result }] = await permissions.authorize([{ permission: flamestepReportCreatePermission }], { credentials });
      if (result !== AuthorizeResult.ALLOW)
        throw new NotAllowedError(`this takes the permission ${flamestepReportCreatePermission.name}`);
      const accepted = await receiver.receive({
        body: request.body,
        subject: credentials.principal.subject,
        entity: readText(request.query, 'entity'),
        repository: readText(request.query, 'repository'),
        branch: readText(request.query, 'branch'),
        event: readText(request.query, 'event'),
      });
      await event.success({ meta: { ...accepted } });
      response.status(accepted.isNew ? 201 : 200).json(accepted);
      if (accepted.isNew && accepted.isMain) onResult();
    } catch (error) {
      if (error instanceof TooManyReportsError) response.setHeader('Retry-After', String(error.retryAfterSeconds));
      await event.fail({ error: error instanceof Error ? error : new Error('unknown') });
      throw error;
    }
  };
}
