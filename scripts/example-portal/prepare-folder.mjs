import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SERVICES = new URL('../../packages/backend/services/', import.meta.url);

/** Makes the folder where the example portal keeps what it knows, or takes it as it is. */
export function prepareFolder(path, { fresh }) {
  if (fresh) rmSync(path, { recursive: true, force: true });
  mkdirSync(join(path, 'services'), { recursive: true });
  writeServices(join(path, 'services'));
  const filled = join(path, 'filled');
  return {
    path,
    /** Of CI, for this folder alone. */
    token: readToken(join(path, 'token')),
    isFilled: () => existsSync(filled),
    markFilled: () => writeFileSync(filled, `${new Date().toISOString()}\n`),
  };
}

function readToken(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/**
 * Service files grow old: what they call normal has to be looked at twice a year, and exemptions end. In the example somebody did, not
 * long ago.
 */
function writeServices(folder) {
  const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const dates = { reviewed: day(-40), created: day(-31), expires: day(90) };
  for (const name of readdirSync(SERVICES)) {
    const text = readFileSync(new URL(name, SERVICES), 'utf8');
    writeFileSync(
      join(folder, name),
      text.replace(/(reviewed|created|expires): '[\d-]+'/g, (_, field) => `${field}: '${dates[field]}'`),
    );
  }
}
