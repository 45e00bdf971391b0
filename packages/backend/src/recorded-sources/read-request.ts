import type { IncomingMessage } from 'node:http';
import type { RecordedRequest } from './recordings.ts';

export interface AskedRequest extends RecordedRequest {
  /** Names and values of the query, and of a form; every other body is the value of the empty name. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
}

/** What is asked, in the form in which it is matched. */
export async function readRequest(request: IncomingMessage): Promise<AskedRequest> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const sent: [string, string][] = isForm ? [...new URLSearchParams(body)] : body === '' ? [] : [['', body]];
  const pairs = [...searchParams, ...sent];
  const parameters = pairs.map(([name, value]) => `${name}=${value}`).sort();
  return { method: request.method ?? 'GET', path: pathname.replace(/^\/+/, ''), parameters: parameters.join('&'), pairs };
}
