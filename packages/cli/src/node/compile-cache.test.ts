import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cacheFolder, isOursAlone } from './compile-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'flamestep-cache-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['linux', { HOME: '/home/a' }, join('/home/a', '.cache', 'flamestep')],
  ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '/srv/cache' }, join('/srv/cache', 'flamestep')],
  ['linux', { HOME: '/home/a', XDG_CACHE_HOME: 'relative' }, join('/home/a', '.cache', 'flamestep')],
  ['linux', {}, undefined],
  ['darwin', { HOME: '/Users/a' }, join('/Users/a', 'Library', 'Caches', 'flamestep')],
  ['win32', { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, join('C:\\Users\\a\\AppData\\Local', 'flamestep', 'cache')],
  ['win32', { HOME: '/home/a' }, undefined],
])('on %s with %j the cache is %s', (platform, env, expected) => {
  expect(cacheFolder(platform, env)).toBe(expected);
});

test.skipIf(process.platform === 'win32')('a folder that others can write to is not taken', () => {
  const path = join(folder, 'cache');
  mkdirSync(path);
  chmodSync(path, 0o700);
  expect(isOursAlone(path)).toBe(true);
  chmodSync(path, 0o720);
  expect(isOursAlone(path)).toBe(false);
  chmodSync(path, 0o702);
  expect(isOursAlone(path)).toBe(false);
});

test.skipIf(process.platform === 'win32')('neither is a link or a file', () => {
  symlinkSync(folder, join(folder, 'link'));
  writeFileSync(join(folder, 'file'), '');
  expect(isOursAlone(join(folder, 'link'))).toBe(false);
  expect(isOursAlone(join(folder, 'file'))).toBe(false);
});
