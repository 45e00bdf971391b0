/**
 * Checks that the plugins for Backstage work as they are published: each is packed as npm would publish it, and what is packed is loaded
 * beside the others. Backstage itself, and what they need of it, come from the workspace; `npm run try:plugins` tries them in fresh apps.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CheckReport } from './check-report.mjs';
import { capture } from './published-packages/capture.mjs';
import { packPlugin, pluginFolders } from './published-packages/pack-plugin.mjs';
import { unexpectedFiles } from './published-packages/packed-files.mjs';
import { faultsOfPlugin } from './published-packages/plugin-faults.mjs';
import { readmeSteps } from './try-plugins/readme-steps.mjs';

const FEATURES = ['@backstage/BackendFeature', '@backstage/FrontendPlugin'];
const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
const manifests = pluginFolders(root).map((folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
const backstage = JSON.parse(readFileSync(join(root, 'backstage.json'), 'utf8')).version;
const report = new CheckReport();

mkdirSync(join(root, 'out'), { recursive: true });
// Inside the repository, so that what is not packed here is found in its node_modules.
const project = mkdtempSync(join(root, 'out', 'plugins-'));
try {
  for (const folder of pluginFolders(root)) await check(folder);
  await report.check('the READMEs import what is there', checkReadmes);
} finally {
  rmSync(project, { recursive: true, force: true });
}
report.finish();

async function check(folder) {
  const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const target = join(project, 'node_modules', name);
  await report.check(`${name}: packs`, () => pack(folder, target));
  await report.check(`${name}: what is packed is in order`, () => checkFiles(target));
  await report.check(`${name}: loads, with the features and types that it promises`, () => checkEntries(target));
}

async function pack(folder, target) {
  const { tarball } = await packPlugin(folder, project);
  mkdirSync(target, { recursive: true });
  await capture('tar', ['xzf', tarball, '-C', target, '--strip-components=1'], {});
}

async function checkFiles(target) {
  const files = filesBelow(target);
  const missing = ['LICENSE', 'README.md', 'package.json'].filter((file) => !files.includes(file));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is not published`);
  const packageJson = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  const unexpected = unexpectedFiles(packageJson.name, files);
  if (unexpected.length > 0) throw new Error(`not on the list of what may be published: ${unexpected.join(', ')}`);
  const faults = faultsOfPlugin(packageJson, manifests, backstage);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const { configSchema } = packageJson;
  if (configSchema !== undefined && !files.includes(configSchema)) throw new Error(`${configSchema} is not published`);
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

async function checkEntries(target) {
  const { name, backstage, exports } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  const entries = Object.entries(exports).filter(([, entry]) => typeof entry === 'object');
  for (const [path, entry] of entries) {
    const specifier = name + path.slice(1);
    const promised = backstage.features?.[path];
    if (promised !== undefined && !FEATURES.includes(promised)) throw new Error(`${specifier}: ${promised} is no feature`);
    await typeCheck(specifier, promised !== undefined);
    // What runs in browsers is built for a bundler; the example app bundles it.
    if (entry.require !== undefined) await load(specifier, promised);
  }
}

async function load(specifier, promised) {
  const script = `const it = require('${specifier}'); process.stdout.write(String(it.default?.$$type));`;
  writeFileSync(join(project, 'load.cjs'), script);
  const type = await capture(process.execPath, ['load.cjs'], { cwd: project });
  if (promised !== undefined && type !== promised) throw new Error(`${specifier} is ${type}, not ${promised}`);
}

async function typeCheck(specifier, hasFeature) {
  const use = hasFeature ? `import feature from '${specifier}';\nexport const it = feature;` : `export * from '${specifier}';`;
  const isAny = `import * as api from '${specifier}';\nexport const isAny: 0 extends 1 & typeof api ? true : false = false;`;
  await compile(`${use}\n${isAny}\n`);
}

/** What READMEs import of these packages, without what they do with it. */
async function checkReadmes() {
  const steps = pluginFolders(root).flatMap((folder) => readmeSteps(readFileSync(join(folder, 'README.md'), 'utf8')));
  const code = steps.map(({ hunks = [], content = '' }) => [...hunks, content].join('\n')).join('\n');
  const found = [...code.matchAll(/^\+?(?:(import .* from '@flamestep\/.*';)|backend\.add\((import\('@flamestep\/.*'\))\);)$/gm)];
  if (found.length === 0) throw new Error('they import nothing');
  await compile(found.map(([, statement, expression]) => statement ?? `void ${expression};`).join('\n'));
}

async function compile(source) {
  writeFileSync(join(project, 'usage.ts'), source);
  const compilerOptions = {
    module: 'preserve',
    moduleResolution: 'bundler',
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['usage.ts'] }));
  await capture(process.execPath, [compiler, '-p', project], { cwd: project });
}
