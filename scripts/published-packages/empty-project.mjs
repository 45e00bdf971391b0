import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { captureNpm } from './capture.mjs';

/**
 * Makes a project in `folder` with nothing but a packed package and what that depends on, installed by npm without a network:
 * other packages of the workspace from their tarballs too, everything else from the workspace's node_modules.
 */
export async function installIntoEmptyProject(folder, { folder: source, packageJson }, packed) {
  const dependencies = {};
  addWithDependencies(packageJson, source);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, dependencies }));
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  await captureNpm(['install', '--install-links', ...quiet], { cwd: folder });

  function addWithDependencies(manifest, from) {
    if (manifest.name in dependencies) return;
    dependencies[manifest.name] = `file:${packed.get(manifest.name)?.tarball ?? from}`;
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const installed = installedFolder(name, from);
      addWithDependencies(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')), installed);
    }
  }
}

function installedFolder(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(folder)) return folder;
  if (dirname(from) === from) throw new Error(`${name} is a dependency and is not installed`);
  return installedFolder(name, dirname(from));
}
