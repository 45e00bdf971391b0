import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const entries = Object.entries(lock.packages);

test('the lock file names no registry', () => {
  const addressed = entries.filter(([, { resolved }]) => /^https?:/.test(resolved ?? '')).map(([path]) => path);
  expect(addressed).toEqual([]);
});

test('every package from outside has its hash', () => {
  const outside = entries.filter(([path, { link }]) => path.includes('node_modules/') && link !== true);
  expect(outside.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
});

// `npm ci` on the other platforms says "Missing … from lock file" otherwise.
test('the binaries of every platform are locked', () => {
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(name, path)),
  );
  expect(missing).toEqual([]);
});

function isLocked(name, path) {
  return `${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
}
