import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const bin = fileURLToPath(new URL('../bin/flamestep.cjs', import.meta.url));
const profile = fileURLToPath(new URL('../../../fixtures/go/cpu.head.pb.gz', import.meta.url));
const isBuilt = existsSync(new URL('../dist/main.cjs', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flamestep-spawn-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command as a process of its own. */
function flamestep(args: readonly string[], options: { stdin?: string; env?: Record<string, string> } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, TZ: 'UTC', ...options.env };
    const child = execFile(process.execPath, [bin, ...args], { env, maxBuffer: 1 << 28 }, (_error, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
    child.stdin?.end(options.stdin ?? '');
  });
}

describe.skipIf(!isBuilt)('the built command (npm run build makes it)', () => {
  test('--version and --help', async () => {
    expect(await flamestep(['--version'])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' });
    expect((await flamestep(['--help'])).out).toContain('Usage: flamestep COMMAND');
  });

  test('reads a file, prints a report', async () => {
    const { code, out, err } = await flamestep(['top', '--nodecount=1', profile]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^File: indexer\n[^]*Time: 2026-[\d-]+ [\d:]+ UTC\n[^]*runtime\.spanClass\.sizeclass\n$/);
  });

  test('obeys TZ', async () => {
    const { out } = await flamestep(['top', '--nodecount=1', profile], { env: { TZ: 'Asia/Tokyo' } });
    expect(out).toMatch(/Time: 2026-[\d-]+ [\d:]+ (JST|UTC\+09:00)\n/);
  });

  test('reads standard input, uses patterns', async () => {
    const { out } = await flamestep(['top', '--focus=^pars.$', '-'], { stdin: 'main;parse 3\nmain 4\n' });
    expect(out).toContain('Showing nodes accounting for 3, 42.86% of 7 total');
  });

  test('fails with one line and code 2', async () => {
    const { code, out, err } = await flamestep(['top', join(folder, 'nope.pb')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`flamestep: ${join(folder, 'nope.pb')}: there is no such file\n`);
  });

  test('writes a page', async () => {
    const page = join(folder, 'page.html');
    expect(await flamestep(['view', '-o', page, profile])).toEqual({ code: 0, out: `${page}\n`, err: '' });
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('writes a temporary page that only this user can read', async () => {
    const { out } = await flamestep(['view', profile], { env: { TMPDIR: folder } });
    const path = out.trim();
    expect(path.startsWith(folder)).toBe(true);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('writes all of a long report into a slow pipe', async () => {
    const child = spawn(process.execPath, [bin, 'traces', profile], { stdio: ['ignore', 'pipe', 'inherit'] });
    let length = 0;
    for await (const chunk of child.stdout) {
      length += chunk.length;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const { out } = await flamestep(['traces', profile]);
    expect(length).toBe(Buffer.byteLength(out));
    expect(length).toBeGreaterThan(65_536);
  });

  test('ends quietly when the reader goes away', async () => {
    const child = spawn(process.execPath, [bin, 'raw', profile], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('keeps compiled code in a folder of the user, and does without one', async () => {
    const cache = join(folder, 'cache');
    const env = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
    await flamestep(['--version'], { env });
    if (process.platform === 'linux' && 'enableCompileCache' in process.getBuiltinModule('node:module')) {
      expect(await readdir(join(cache, 'flamestep'))).not.toEqual([]);
    }
    expect((await flamestep(['--version'], { env: { HOME: '/nonexistent' } })).code).toBe(0);
  });
});
