import { createServer } from 'node:net';

/** As in app-config.yaml. */
export const PORTAL_URL = 'http://localhost:7007';

/** Why the portal cannot have its port, in a sentence with what to do; undefined where it can. */
export async function whoListens(port = Number(new URL(PORTAL_URL).port)) {
  const error = await new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
  if (error === undefined) return undefined;
  if (error.code !== 'EADDRINUSE') return `Port ${port} cannot be used: ${error.message}`;
  return `Port ${port} is taken: a portal may be running already, at ${PORTAL_URL}. End the program that has it, and run this again.`;
}
