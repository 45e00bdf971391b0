import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureNpm } from './capture.mjs';

/** Folders of the plugins for Backstage. */
export function pluginFolders(root) {
  const packages = join(root, 'packages');
  const names = readdirSync(packages).filter((name) => name.startsWith('backstage-plugin-'));
  return names.map((name) => join(packages, name));
}

/** Packs a plugin as npm would publish it: its own scripts make of it what is published, and put it back. Resolves to the tarball. */
export async function packPlugin(folder, destination) {
  const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const target = mkdtempSync(join(destination, 'pack-'));
  await captureNpm(['pack', '--pack-destination', target], { cwd: folder });
  const [tarball] = readdirSync(target);
  return { name, tarball: join(target, tarball) };
}
