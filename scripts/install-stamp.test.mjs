import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetInstall, installState, rememberInstall } from './install-stamp.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamp-'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

test('a fresh clone has nothing installed', () => {
  expect(installState(root)).toBe('missing');
});

test('an installation is current until the lock changes', () => {
  mkdirSync(join(root, 'node_modules'));
  rememberInstall(root);
  expect(installState(root)).toBe('current');
  writeFileSync(join(root, 'package-lock.json'), '{ "changed": true }');
  expect(installState(root)).toBe('outdated');
});

test('an installation that was interrupted does not count', () => {
  mkdirSync(join(root, 'node_modules'));
  rememberInstall(root);
  forgetInstall(root);
  expect(installState(root)).toBe('missing');
});
