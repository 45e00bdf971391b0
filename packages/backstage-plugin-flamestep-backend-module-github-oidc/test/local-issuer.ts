import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { IdentityProvider } from '../../../fixtures/fake-github/runner/identity-provider.ts';
import type { WorkflowRun } from '../../../fixtures/fake-github/state/records.ts';

/** An issuer of identity tokens on 127.0.0.1, with a key that it publishes and one that it does not. */
export interface LocalIssuer {
  readonly url: string;
  /** How often its keys were asked for. */
  readonly asked: () => number;
  /** Whether it answers with its keys, or with an error. */
  up: boolean;
  /** A token for a job, as GitHub's issuer makes it. */
  issue(run: RunOf, audience: string, now?: number): string;
  /** A token with these claims, signed with the published key that is its own, or with a stranger's. */
  sign(claims: Record<string, unknown>, key?: 'published' | 'unknown'): Promise<string>;
  close(): Promise<void>;
}

/** What tokens say of a run. */
export interface RunOf {
  readonly repository: string;
  readonly ownerId?: number;
  readonly event?: string;
  readonly branch?: string;
}

export async function startIssuer(): Promise<LocalIssuer> {
  let asked = 0;
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((request, response) => {
    asked += 1;
    if (!issuer.up || request.url !== '/.well-known/jwks') return response.writeHead(issuer.up ? 404 : 503).end();
    const keys = [
      ...(provider.keySet()['keys'] as object[]),
      { ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig' },
    ];
    return response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new IdentityProvider(url);
  const issuer: LocalIssuer = {
    url,
    asked: () => asked,
    up: true,
    issue: (run, audience, now = Date.now() / 1000) => provider.issue(workflowRun(run), audience, Math.floor(now)),
    sign: (claims, key = 'published') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'own' })
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(key === 'published' ? own.privateKey : strangers.privateKey),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return issuer;
}

function workflowRun({ repository, ownerId = 4711, event = 'push', branch = 'main' }: RunOf): WorkflowRun {
  const [owner = '', name = ''] = repository.split('/');
  const place = { id: 99, owner, name, ownerId, defaultBranch: 'main' };
  return {
    id: 1,
    repository: place,
    name: 'bench',
    path: '.github/workflows/bench.yml',
    workflowId: 1,
    event,
    headSha: 'a'.repeat(40),
    headBranch: branch,
    headRepository: place,
    createdAt: '2026-03-01T12:00:00Z',
    attempt: 1,
    status: 'in_progress',
    conclusion: null,
    jobs: [],
  };
}
