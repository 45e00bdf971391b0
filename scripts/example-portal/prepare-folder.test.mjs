import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readService } from '@flamestep/maturity';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareFolder } from './prepare-folder.mjs';

let path;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'flamestep-portal-')), 'portal');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true }));

test('the token stays until everything is forgotten', () => {
  const { token, isFilled, markFilled } = prepareFolder(path, { fresh: false });
  expect(token.length).toBeGreaterThanOrEqual(32);
  expect(isFilled()).toBe(false);
  markFilled();
  const again = prepareFolder(path, { fresh: false });
  expect([again.token, again.isFilled()]).toEqual([token, true]);
  const fresh = prepareFolder(path, { fresh: true });
  expect(fresh.isFilled()).toBe(false);
  expect(fresh.token).not.toBe(token);
});

test('service files are in order, and were looked at not long ago', () => {
  prepareFolder(path, { fresh: false });
  const folder = join(path, 'services');
  const manifests = readdirSync(folder)
    .filter((name) => !name.endsWith('.slo.yaml'))
    .map((name) => readService(readFileSync(join(folder, name), 'utf8')));
  expect(manifests).toHaveLength(6);
  const reviewed = manifests.flatMap((manifest) => manifest.reviewed ?? []).map((day) => Date.parse(day));
  const days = reviewed.map((time) => (Date.now() - time) / 86_400_000);
  expect(Math.max(...days)).toBeLessThan(60);
});
