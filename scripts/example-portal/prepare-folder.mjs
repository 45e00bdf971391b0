import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TOKEN = /^[\w-]{32}$/;
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const SERVICES = new URL('../../packages/backend/services/', import.meta.url);

/** Makes the folder where the example portal keeps what it knows, or takes it as it is. Throws where it cannot be written, with what to do. */
export function prepareFolder(path, { fresh }) {
  try {
    return openFolder(path, fresh);
  } catch (error) {
    const hint = existsSync(path)
      ? 'make it a folder that you may write, or remove it'
      : 'make the folder above it one that you may write';
    throw new Error(`${path} cannot be written (${error.code ?? error.message}); ${hint}, and run this again.`, { cause: error });
  }
}

function openFolder(path, fresh) {
  if (fresh) rmSync(path, { recursive: true, force: true });
  mkdirSync(join(path, 'services'), { recursive: true });
  writeServices(join(path, 'services'));
  const filled = join(path, 'filled');
  return {
    path,
    /** Of CI, for this folder alone. */
    token: readOrWrite(join(path, 'token'), TOKEN, () => randomBytes(24).toString('base64url')),
    /** Milliseconds since 1970 when the filling began: one that goes on later sends the same reports, which count once. */
    begunAt: () => Date.parse(readOrWrite(join(path, 'begun'), TIME, () => new Date().toISOString())),
    isFilled: () => existsSync(filled),
    markFilled: () => writeFileSync(filled, `${new Date().toISOString()}\n`),
  };
}

/** What the file says; where it is not there, or not what it should be, it is written. */
function readOrWrite(file, pattern, make) {
  const before = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (pattern.test(before)) return before;
  const made = make();
  writeFileSync(file, made, { mode: 0o600 });
  return made;
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
