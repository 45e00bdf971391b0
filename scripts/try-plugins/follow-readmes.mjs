import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { applyHunk } from './readme-steps.mjs';

/** Does to the app in `folder` what these steps say. What is to be installed is written into the package.json files. */
export function followSteps(folder, steps) {
  for (const step of steps) DO[step.kind](folder, step);
}

const DO = {
  add(folder, { folder: workspace, name }) {
    const file = join(folder, workspace, 'package.json');
    const packageJson = JSON.parse(readFileSync(file, 'utf8'));
    packageJson.dependencies[name] = '*';
    writeFileSync(file, JSON.stringify(packageJson, null, 2));
  },
  change(folder, { file, hunks }) {
    const path = join(folder, file);
    writeFileSync(path, hunks.reduce(applyHunk, readFileSync(path, 'utf8')));
  },
  write(folder, { file, content }) {
    if (file === 'app-config.yaml') return addConfig(join(folder, file), parse(content));
    if (file === 'catalog-info.yaml') return addEntity(join(folder, 'examples/entities.yaml'), parse(content));
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  },
};

/** Adds to a configuration: keys to keys, and items to lists; what is no map and no list is replaced. */
export function addConfig(file, added) {
  writeFileSync(file, stringify(merged(parse(readFileSync(file, 'utf8')), added)));
}

function merged(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (!isMap(one) || !isMap(other)) return other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, key in one && key in other ? merged(one[key], other[key]) : (one[key] ?? other[key])]),
  );
}

function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The service of the examples, with this metadata; it is there once, however often it is annotated. */
function addEntity(file, { metadata }) {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', ...metadata },
    spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
  };
  const entities = readFileSync(file, 'utf8');
  if (!entities.includes('name: checkout')) writeFileSync(file, `${entities}\n---\n${stringify(entity)}`);
}
