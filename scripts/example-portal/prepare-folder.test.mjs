import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('when filling began stays, so that what goes on later sends the same reports', () => {
  const begunAt = prepareFolder(path, { fresh: false }).begunAt();
  expect(Date.now() - begunAt).toBeLessThan(60_000);
  expect(prepareFolder(path, { fresh: false }).begunAt()).toBe(begunAt);
});

test('a token that was cut off is made anew', () => {
  prepareFolder(path, { fresh: false });
  writeFileSync(join(path, 'token'), 'abc');
  expect(prepareFolder(path, { fresh: false }).token.length).toBeGreaterThanOrEqual(32);
});

test('a folder that cannot be written is told, with what to do', () => {
  writeFileSync(path, 'a file');
  expect(() => prepareFolder(path, { fresh: false })).toThrow(
    /portal cannot be written \(E\w+\); make it a folder that you may write, or remove it/,
  );
  expect(() => prepareFolder(join(path, 'deeper'), { fresh: false })).toThrow(/make the folder above it one that you may write/);
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
