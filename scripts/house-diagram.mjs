import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BEGIN = '<!-- house:begin (npm run diagram) -->';
const END = '<!-- house:end -->';
const DEPENDENCY_KINDS = ['dependencies', 'peerDependencies', 'devDependencies'];

/** The README's text with the diagram of the packages that exist in it: floors from the table, arrows from each package.json. */
export function withHouseDiagram(readme, root, floors) {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the README has no place for the diagram, between ${BEGIN} and ${END}`);
  return `${readme.slice(0, begin)}${BEGIN}\n${houseDiagram(root, floors)}${readme.slice(end)}`;
}

function houseDiagram(root, floors) {
  const house = floors.filter(({ folder }) => existsSync(join(root, 'packages', folder, 'package.json')));
  const levels = [...new Set(house.map(({ floor }) => floor))].sort((a, b) => b - a);
  return [
    '```mermaid',
    'flowchart TD',
    ...levels.flatMap((level) => [
      `  subgraph floor${level}[floor ${level}]`,
      ...house.filter(({ floor }) => floor === level).map(({ folder, name, owns }) => `    ${folder}["${name}<br/>${owns}"]`),
      '  end',
    ]),
    ...house.flatMap((from) =>
      namesUsedBy(root, from).flatMap((name) => {
        const to = house.find((other) => other.name === name);
        return to === undefined ? [] : [`  ${from.folder} --> ${to.folder}`];
      }),
    ),
    '```',
    '',
  ].join('\n');
}

function namesUsedBy(root, { folder }) {
  const packageJson = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
  return DEPENDENCY_KINDS.flatMap((kind) => Object.keys(packageJson[kind] ?? {})).sort();
}
