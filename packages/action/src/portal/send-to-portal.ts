import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { getIDToken, setSecret } from '@actions/core';
import { HttpClient } from '@actions/http-client';
import { type Report, renderJson } from '@flamestep/report';
import type { Shell } from '../shell/run-entry.ts';

/** A portal, as the inputs name it. */
export interface Portal {
  /** Without a slash at its end. */
  readonly url: string;
  /** Reference of the entity that reports are about; without one, the portal finds it by repository and name. */
  readonly entity: string | undefined;
  /** Without one, the job proves itself with its identity at GitHub. */
  readonly token: string | undefined;
}

const PATIENCE = 10_000;
const ATTEMPTS = 2;
const LONGEST_ANSWER = 64 * 1024;

/** What an answer means for whoever set the workflow up. */
const ADVICE: Readonly<Record<number, string>> = {
  400: 'it does not understand this report, or not which service it is about; set portal-entity, or update flamestep here or there',
  401: 'it does not know the token; check portal-token, or the trust in GitHub that its configuration has',
  403: 'this repository may not report for that service; check portal-entity, and the annotation github.com/project-slug of the entity',
  404: 'there is no flamestep at that address; check portal-url',
  413: 'the report is too large for it',
  429: 'it has had too many reports; the next run will report',
};

/**
 * Posts a report to the portal, with its call trees, zipped, and says what the job runs for: what a merge queue measures is no result of
 * the branch yet. The address at which the portal shows it, if it says one. That it cannot be had is a warning, and never fails a job.
 */
export async function sendToPortal(
  report: Report,
  portal: Portal | undefined,
  { job, log }: Pick<Shell, 'job' | 'log'>,
): Promise<string | undefined> {
  if (portal === undefined) return undefined;
  try {
    const token = portal.token ?? (await identityFor(portal));
    return await post(addressOf(portal, job.eventName), gzipSync(renderJson(report)), token);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    log.warning(`The portal has not taken the report: ${said.slice(0, 300)}.`);
    return undefined;
  }
}

function addressOf({ url, entity }: Portal, event: string): string {
  const address = new URL(`${url}/api/flamestep/v1/reports`);
  if (event !== '') address.searchParams.set('event', event);
  if (entity !== undefined) address.searchParams.set('entity', entity);
  return address.href;
}

async function identityFor({ url }: Portal): Promise<string> {
  try {
    const token = await getIDToken(new URL(url).origin);
    setSecret(token);
    return token;
  } catch {
    throw new Error("there is no portal-token, and no identity for this job; give the job the permission 'id-token: write'");
  }
}

async function post(address: string, body: Uint8Array, token: string): Promise<string | undefined> {
  for (let attempt = 1; ; attempt++) {
    // A portal takes a report once, however often it comes.
    const answer = await request(address, body, token).catch((error: unknown) => {
      if (attempt < ATTEMPTS) return undefined;
      throw new Error(`it does not answer at ${address}`, { cause: error });
    });
    if (answer === undefined) continue;
    const { status, text } = answer;
    if ((status >= 200 && status < 300) || status === 409) return pageOf(text);
    if (status >= 500 && attempt < ATTEMPTS) continue;
    if (status >= 300 && status < 400)
      throw new Error('it answers with a redirect, which is not followed; give its own address as portal-url');
    throw new Error(ADVICE[status] ?? `it answered with ${status}`);
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Through the runner's proxy, where there is one. */
async function request(address: string, body: Uint8Array, token: string): Promise<Answer> {
  // Another host is none that the workflow has named.
  const http = new HttpClient('flamestep', undefined, { allowRedirects: false });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it takes too long')), PATIENCE);
  });
  try {
    return await Promise.race([answerOf(http, address, body, token), tooLong]);
  } finally {
    clearTimeout(timer);
    http.dispose();
  }
}

async function answerOf(http: HttpClient, address: string, body: Uint8Array, token: string): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    'content-length': String(body.length),
  };
  const { message } = await http.sendStream('POST', address, Readable.from([body]), headers);
  return { status: message.statusCode ?? 0, text: await beginningOf(message) };
}

/** As much of an answer as its page can stand in; nothing of a longer one. */
async function beginningOf(message: IncomingMessage): Promise<string> {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message as AsyncIterable<string>) {
    text += chunk;
    if (text.length > LONGEST_ANSWER) return '';
  }
  return text;
}

/** The address of the report's page, where the portal gives an https one. */
function pageOf(answer: string): string | undefined {
  try {
    const { url } = JSON.parse(answer) as { readonly url?: unknown };
    return typeof url === 'string' && URL.parse(url)?.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}
