import { lstatSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this user's caches lie; undefined where nothing says so. */
export function cacheFolder(platform: string, env: Environment): string | undefined {
  const home = env['HOME'];
  const xdg = env['XDG_CACHE_HOME'];
  if (platform === 'win32') return env['LOCALAPPDATA'] && join(env['LOCALAPPDATA'], 'flamestep', 'cache');
  if (platform === 'darwin') return home && join(home, 'Library', 'Caches', 'flamestep');
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'flamestep');
  return home && join(home, '.cache', 'flamestep');
}

/**
 * Lets Node (22.1 and newer) keep compiled code between runs, which saves a tenth of a short run. What lies in the cache is run, so
 * that it has to be a folder that nobody else can write to: not the temporary folder, which Node would take, and not
 * another user's home, as under sudo.
 */
export function keepCompiledCode(env: Environment = process.env): void {
  const folder = cacheFolder(process.platform, env);
  if (folder === undefined || env['NODE_COMPILE_CACHE'] !== undefined || !module.enableCompileCache) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isOursAlone(folder)) module.enableCompileCache(folder);
  } catch {
    // No cache then: the folder cannot be made here.
  }
}

/** Whether a folder belongs to this user and nobody else can write to it. */
export function isOursAlone(folder: string): boolean {
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}
