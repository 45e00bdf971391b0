import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureNpm } from './capture.mjs';

/**
 * The packages of the workspace that are published as they stand: `{ folder, packageJson }`. Plugins for Backstage are not: its own
 * `prepack` makes of them what is published.
 */
export function publishedPackages(root) {
  const parent = join(root, 'packages');
  return readdirSync(parent)
    .map((name) => join(parent, name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, packageJson: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .filter(({ packageJson }) => packageJson.private !== true && packageJson.backstage === undefined);
}

/** Packs packages as npm would publish them. Resolves to a map from name to `{ tarball, files }`. */
export async function pack(root, packages, destination) {
  const workspaces = packages.flatMap(({ folder }) => ['--workspace', folder]);
  const output = await captureNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', destination, ...workspaces], {
    cwd: root,
  });
  const packed = Object.values(JSON.parse(output));
  return new Map(
    packed.map(({ name, filename, files }) => [
      name,
      { tarball: join(destination, filename), files: files.map(({ path }) => path) },
    ]),
  );
}
