import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readReport, type Report } from '@flamestep/report';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

const DESCRIPTION = new URL('../../backstage-plugin-flamestep-backend/openapi.yaml', import.meta.url);

/** Why no server with a certificate of its own can be started here; undefined where one can. */
export const noCertificates =
  spawnSync('openssl', ['version']).status === 0 ? undefined : 'openssl, which makes a certificate for the test, is not here';

/** A portal that takes reports and answers as the real one is described. */
export interface PortalForTests {
  /** As `portal-url` names it. */
  readonly url: string;
  /** What a step needs so as to trust its certificate. */
  readonly environment: Readonly<Record<string, string>>;
  readonly received: readonly {
    readonly token: string | undefined;
    /** What it said that it runs for. */
    readonly event: string | null;
    readonly report: Report;
    readonly page: string;
  }[];
  close(): Promise<void>;
}

export async function startPortal(): Promise<PortalForTests> {
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-portal-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', certificate];
  const named = ['-subj', '/CN=portal', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1'];
  execFileSync('openssl', ['req', '-x509', ...made, ...named], { stdio: 'ignore' });
  const isAsDescribed = acceptedValidator();
  const received: PortalForTests['received'][number][] = [];
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const report = readReport(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
    const id = `r${received.length + 1}`;
    const page = `https://portal.example/flamestep/reports/${id}`;
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://portal');
    received.push({ token: request.headers.authorization, event: searchParams.get('event'), report, page });
    const answer = { id, entityRef: 'component:default/shop', isMain: false, isNew: true, url: page };
    const isKnown = request.method === 'POST' && pathname === '/api/flamestep/v1/reports' && isAsDescribed(answer);
    response.writeHead(isKnown ? 201 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    environment: { NODE_EXTRA_CA_CERTS: certificate },
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true });
    },
  };
}

/** Tells whether an answer is one that the portal's own description has for a report that it took. */
function acceptedValidator() {
  const description = parse(readFileSync(DESCRIPTION, 'utf8')) as {
    readonly components: { readonly schemas: { readonly ReportAccepted: object } };
  };
  return new Ajv().compile(description.components.schemas.ReportAccepted);
}
