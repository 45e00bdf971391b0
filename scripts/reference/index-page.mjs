import { readdirSync, readFileSync } from 'node:fs';
import { page, prose, table } from './markdown.mjs';

const PACKAGES = new URL('../../packages/', import.meta.url);

/** What there is to look up: the pages of this folder, and what each package exports. */
export function indexPage(pages) {
  return page(
    'Reference',
    'Made from the code, and checked against it: what stands here is so. What flamestep is and how to begin: [README](../../README.md).',
    table(
      ['page', 'what is there'],
      pages.map(({ file, title, about }) => [`[${title}](${file})`, about]),
    ),
    '## Packages',
    'Each package says in its README how it is used, and in `report.api.md` all that it exports.',
    table(['package', 'what it is', 'exports'], readdirSync(PACKAGES).flatMap(row)),
  );
}

function row(folder) {
  const reports = readdirSync(new URL(`${folder}/`, PACKAGES)).filter((file) => /^report.*\.api\.md$/.test(file));
  if (reports.length === 0) return [];
  const { name, description } = JSON.parse(readFileSync(new URL(`${folder}/package.json`, PACKAGES), 'utf8'));
  const links = reports.sort((a, b) => a.length - b.length).map((file) => `[${file}](../../packages/${folder}/${file})`);
  return [[`[${name}](../../packages/${folder}/README.md)`, prose(`${description}.`), links.join(', ')]];
}
