import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { FORBIDDEN_GLOBALS, NODE_GLOBALS } from '../floors.mjs';
import { readSource } from './read-source.mjs';

const SOURCE = /\.[cm]?[jt]sx?$/;
const TEST = /\.test\.[cm]?[jt]sx?$/;
const DEPENDENCY_KINDS = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'];

/**
 * Everything in `root/packages` that goes against the table of floors, as sentences that name file and line. An empty list means
 * that the house stands.
 */
export function findFaults(root, floors) {
  const folder = join(root, 'packages');
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'package.json')))
    .map(({ name }) => ({ path: join(folder, name), rule: floors.find((rule) => rule.folder === name), folder: name }));
  const unknown = found.filter(({ rule }) => rule === undefined);
  const house = found
    .filter(({ rule }) => rule !== undefined)
    .map((place) => ({ ...place, packageJson: JSON.parse(readFileSync(join(place.path, 'package.json'), 'utf8')) }));
  const packages = new Map(house.map((place) => [place.rule.name, place]));
  return [
    ...unknown.map((place) => `packages/${place.folder}: not in the table of floors (scripts/floors.mjs)`),
    ...house.flatMap((place) => [...packageJsonFaults(place, floors), ...sourceFaults(root, place, floors, packages)]),
  ];
}

function packageJsonFaults({ folder, rule, packageJson }, floors) {
  const faults = [];
  const file = `packages/${folder}/package.json`;
  if (packageJson.name !== rule.name) faults.push(`${file}: is named ${packageJson.name}, the table of floors says ${rule.name}`);
  for (const kind of DEPENDENCY_KINDS) {
    for (const name of Object.keys(packageJson[kind] ?? {})) {
      const fault = floorFault(rule, name, floors) ?? (kind === 'devDependencies' ? undefined : outsideFault(rule, name));
      if (fault !== undefined) faults.push(`${file}: ${kind}: ${fault}`);
    }
  }
  return faults;
}

function sourceFaults(root, place, floors, packages) {
  const faults = [];
  for (const path of [...filesIn(join(place.path, 'src')), ...filesIn(join(place.path, 'test'))]) {
    const file = slashed(relative(place.path, path));
    const isTest = file.startsWith('test/') || TEST.test(file);
    const mayUseNode = isTest || (place.rule.node?.includes(file.slice('src/'.length)) ?? true);
    const { imports, globals } = readSource(path, readFileSync(path, 'utf8'));
    const faultOf = [
      ...imports.map((edge) => [edge.line, importFault(edge, { ...place, file: path, mayUseNode, isTest }, floors, packages)]),
      ...(isTest ? [] : globals.map(({ name, line }) => [line, globalFault(name, place.rule, mayUseNode)])),
    ];
    for (const [line, fault] of faultOf) {
      if (fault !== undefined) faults.push(`${slashed(relative(root, path))}:${line}: ${fault}`);
    }
  }
  return faults;
}

function importFault({ specifier, typeOnly }, from, floors, packages) {
  if (specifier === undefined) return 'imports something that is computed; write the path as a plain string';
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    const target = resolve(dirname(from.file), specifier);
    const inside = isInside(from.path, target) || (from.isTest && !isInside(dirname(from.path), target));
    return inside ? undefined : `${specifier} leaves the package; import the other package by its name`;
  }
  if (specifier.startsWith('#')) return undefined;
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    return from.mayUseNode ? undefined : `${specifier} is Node's, and ${from.rule.name} also runs elsewhere`;
  }
  const name = packageNameOf(specifier);
  const fault = floorFault(from.rule, name, floors);
  if (fault !== undefined) return fault;
  const target = packages.get(name);
  if (target !== undefined && !(`.${specifier.slice(name.length)}` in (target.packageJson.exports ?? {}))) {
    return `${specifier} is not among the exports of ${name}`;
  }
  if (from.isTest) return undefined;
  if (!typeOnly && matches(name, from.rule.typesOnly)) return `${from.rule.name} may import only types of ${name}`;
  return outsideFault(from.rule, name) ?? undeclaredFault(from, name);
}

function floorFault(rule, name, floors) {
  const target = floors.find((other) => other.name === name);
  if (target === undefined || name === rule.name) return undefined;
  if (target.floor < rule.floor || rule.beside?.includes(name)) return undefined;
  const direction = target.floor === rule.floor ? 'sideways' : 'up';
  return `${rule.name} (floor ${rule.floor}) imports ${direction} from ${name} (floor ${target.floor})`;
}

function outsideFault(rule, name) {
  if (matches(name, rule.never)) return `${rule.name} must not import ${name}`;
  if (rule.packages !== undefined && !rule.packages.includes(name)) {
    return `${rule.name} may import no package but ${rule.packages.join(', ')}; this is ${name}`;
  }
  return undefined;
}

/** Bundled packages keep what they bundle in devDependencies; the others must be installed with what they import. */
function undeclaredFault({ rule, packageJson }, name) {
  const kinds = packageJson.exports === undefined ? DEPENDENCY_KINDS : DEPENDENCY_KINDS.slice(0, 3);
  if (kinds.some((kind) => name in (packageJson[kind] ?? {}))) return undefined;
  return `${name} is not among the ${kinds.join(', ')} of ${rule.name}`;
}

function globalFault(name, rule, mayUseNode) {
  if (!mayUseNode && NODE_GLOBALS.includes(name)) return `${name} is Node's, and ${rule.name} also runs elsewhere`;
  const group = rule.without?.find((group) => FORBIDDEN_GLOBALS[group].includes(name));
  if (group !== undefined) return `${name}: ${rule.name} goes without ${group}; take it as an argument`;
  if (name === 'globalThis[]' && rule.without !== undefined) return 'globalThis[…] hides which global is used; name it';
  return undefined;
}

function isInside(folder, path) {
  return !relative(folder, path).startsWith('..');
}

function slashed(path) {
  return path.split(sep).join('/');
}

function matches(name, patterns = []) {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
}

function packageNameOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => SOURCE.test(path))
    .sort();
}
