import { ServiceUnavailableError } from '@backstage/errors';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { GithubActionsOptions } from './read-options.ts';

/** Claims that somebody vouches for, or why nobody does. */
export type Verified = { readonly claims: JWTPayload } | { readonly refused: string };

// What the issuer signs with. A token does not choose how it is checked.
const ALGORITHMS = ['RS256'];
const CLOCK_SECONDS = 30;
const TIMEOUT_MS = 10_000;

/**
 * Checks signature, issuer, audience and times of tokens, with the keys that the issuer publishes; they are fetched when a token asks
 * for one that is not known. The check throws ServiceUnavailableError while the keys cannot be had.
 */
export function verifySignature({ issuer, audience }: GithubActionsOptions): (token: string) => Promise<Verified> {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks`), { timeoutDuration: TIMEOUT_MS });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: [...audience],
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SECONDS,
        requiredClaims: ['exp', 'iat'],
      });
      return { claims: payload };
    } catch (error) {
      if (error instanceof errors.JOSEError && !isAboutKeySet(error)) return { refused: error.message };
      throw new ServiceUnavailableError(`The keys of ${issuer} cannot be read now; send it again later`, error);
    }
  };
}

function isAboutKeySet({ code }: errors.JOSEError): boolean {
  return ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(code);
}
