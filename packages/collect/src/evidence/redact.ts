const VARIABLE = 'FLAMESTEP_HTTP_AUTHORIZATION';
/** Shorter words of a credential, such as its scheme, are no secret. */
const SHORTEST_SECRET = 8;

/** The text without any credential of the environment, should a server or a query repeat one. */
export function redact(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  const secrets = (environment[VARIABLE] ?? '')
    .split(/\r?\n/)
    .flatMap((line) => line.trim().split(/\s+/).slice(1))
    .filter((word) => word.length >= SHORTEST_SECRET);
  return secrets.reduce((redacted, secret) => redacted.replaceAll(secret, '…'), text);
}
