import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * What other programs may import: every entry point of every published package, with its declarations as the build writes them and the
 * report about it. Reports are named as Backstage names them: `report.api.md`, and `report-alpha.api.md` for the entry `./alpha`.
 */
export function entryPoints(root) {
  return readdirSync(join(root, 'packages')).flatMap((name) => entryPointsOf(join(root, 'packages', name)));
}

function entryPointsOf(folder) {
  const { name, private: isPrivate, exports = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (isPrivate) return [];
  return Object.entries(exports).flatMap(([path, target]) => {
    if (path.endsWith('.json')) return [];
    // Backstage's plugins name their source, which packing replaces; one file holds all declarations of an entry.
    const [source, built] = typeof target === 'string' ? [target, 'dist'] : [target['@flamestep/source'], 'dist/esm'];
    return {
      specifier: name + path.slice(1),
      folder,
      declarations: join(folder, built, `${basename(source).replace(/\.tsx?$/, '')}.d.ts`),
      report: join(folder, path === '.' ? 'report.api.md' : `report-${path.slice(2)}.api.md`),
    };
  });
}
