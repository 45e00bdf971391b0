import { CollectError } from './collect-error.ts';

const VARIABLE = 'FLAMESTEP_HTTP_AUTHORIZATION';

/**
 * The value of the `Authorization` header for an origin such as `https://pyroscope.example.com:4040`, from the environment: each line
 * of `FLAMESTEP_HTTP_AUTHORIZATION` is an origin, a blank, and what is sent to it and to nobody else.
 *
 * Throws `CollectError` `bad-credentials`, which does not repeat the line.
 */
export function authorizationFor(origin: string, environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const lines = (environment[VARIABLE] ?? '').split(/\r?\n/).map((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const [, address, value] = /^(\S+)\s+([\x20-\x7e]+)$/.exec(line) ?? [];
    if (address === undefined || value === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) {
      throw new CollectError(
        'bad-credentials',
        `line ${index + 1} of ${VARIABLE} cannot be read; write it as: https://host:port Bearer TOKEN`,
      );
    }
    if (new URL(address).origin === origin) return value;
  }
  return undefined;
}
