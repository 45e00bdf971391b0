import { createExternalTokenHandler, externalTokenHandlersServiceRef } from '@backstage/backend-defaults/auth';
import { coreServices, createServiceFactory } from '@backstage/backend-plugin-api';
import { formatReporterSubject } from '@flamestep/backstage-plugin-flamestep-common';
import { decodeJwt } from 'jose';
import { judgeClaims } from './judge-claims.ts';
import { readOptions } from './read-options.ts';
import { verifySignature } from './verify-signature.ts';

/**
 * Adds the type `github-actions` to `backend.auth.externalAccess`: a workflow is who its identity token says, if the token is signed
 * by the issuer, is for this portal and comes from a repository, event and ref that are allowed. Its principal is the subject that
 * `parseReporterSubject` of the common package reads. Why a token was refused stands in the log, not in the answer.
 */
export const githubActionsTokenHandler = createServiceFactory({
  service: externalTokenHandlersServiceRef,
  deps: { logger: coreServices.rootLogger },
  factory({ logger }) {
    return createExternalTokenHandler({
      type: 'github-actions',
      initialize({ options }) {
        const read = readOptions(options);
        return { options: read, verify: verifySignature(read) };
      },
      async verifyToken(token, { options, verify }) {
        // Other handlers may know it, and other issuers are not to be asked about it.
        if (issuerOf(token) !== options.issuer) return undefined;
        const verified = await verify(token);
        const judged = 'refused' in verified ? verified : judgeClaims(verified.claims, options);
        if ('refused' in judged) {
          logger.warn(`An identity token of GitHub Actions was refused: ${judged.refused}`);
          return undefined;
        }
        return { subject: formatReporterSubject(judged.reporter) };
      },
    });
  },
});

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
