import { readBody } from './read-body.ts';

/** Of an error page this much is read, and of that this much shown. */
const READ_BYTES = 16 * 1024;
const SHOWN_CHARACTERS = 200;

/** What a server says about its error: the `message` or `error` of JSON (Connect, gRPC gateway, Prometheus), or the first line of a text; never of a web page. */
export async function serverMessage(response: Response): Promise<string | undefined> {
  const type = response.headers.get('content-type') ?? '';
  const text = new TextDecoder().decode((await readBody(response, READ_BYTES)) ?? new Uint8Array());
  const message = /json/i.test(type) ? messageOf(text) : /^text\/plain/i.test(type) ? text.trim().split('\n')[0] : undefined;
  const plain = message?.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  return plain ? plain.slice(0, SHOWN_CHARACTERS) : undefined;
}

function messageOf(text: string): string | undefined {
  try {
    const { message, error } = JSON.parse(text);
    return [message, error].find((words) => typeof words === 'string');
  } catch {
    return undefined;
  }
}
