import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The licence texts of the packages from node_modules that are part of the bundle. */
export function bundledLicences(moduleIds) {
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id) ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (license === undefined) throw new Error(`${name} does not say its licence; it cannot be bundled`);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      // Some packages only name it.
      const text =
        file === undefined
          ? `By ${author?.name ?? author}, ${repository?.url ?? repository}`
          : readFileSync(join(folder, file), 'utf8');
      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function packageFolder(moduleId) {
  if (!moduleId.includes('node_modules')) return undefined;
  let folder = dirname(moduleId);
  // Some packages hold further package.json files without a name, to set the module type.
  while (
    !(existsSync(join(folder, 'package.json')) && 'name' in JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  ) {
    folder = dirname(folder);
  }
  return folder;
}
