/**
 * Tries the published packages with pnpm and Yarn; `npm test` tries them with npm. With each, all are installed from their tarballs
 * into an empty project, used from ESM and from CommonJS, type-checked in both, and the command is run. Needs the registry that npm is
 * set up with, for the package managers and for what the packages depend on.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { CheckReport } from './check-report.mjs';
import { capture, captureNpm } from './published-packages/capture.mjs';
import { pack, publishedPackages } from './published-packages/pack.mjs';
import { PACKAGE_MANAGERS } from './published-packages/package-managers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const profile = join(root, 'fixtures/json-unmarshal/base.pb.gz');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'flamestep-package-managers-'));
const report = new CheckReport();

try {
  const packages = publishedPackages(root);
  const packed = await pack(root, packages, scratch);
  const tarballs = Object.fromEntries([...packed].map(([name, { tarball }]) => [name, `file:${tarball}`]));
  const registry = (await captureNpm(['config', 'get', 'registry'], { cwd: scratch })).trim();
  for (const manager of PACKAGE_MANAGERS) await tryWith(manager, { packages, tarballs, registry });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
report.finish();

async function tryWith({ name, from, ...manager }, { packages, tarballs, registry }) {
  const folder = mkdtempSync(join(scratch, 'manager-'));
  const project = join(folder, 'project');
  // What the npm that runs this says in the environment is not for the others.
  const environment = Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_OPTIONS$|INIT_CWD$)/i.test(key));
  const env = { ...Object.fromEntries(environment), ...manager.environment(registry, folder) };
  const libraries = packages.filter(({ packageJson }) => packageJson.exports !== undefined);
  let program;

  await report.check(`${name} ${from.version}: installs into an empty project`, async () => {
    program = await fetchProgram(join(folder, 'tools'), from);
    mkdirSync(project);
    const dependencies = { ...tarballs, typescript: devDependencies.typescript, '@types/node': devDependencies['@types/node'] };
    write('package.json', JSON.stringify({ name: 'consumer', private: true, dependencies, ...manager.packageJson(tarballs) }));
    for (const [file, text] of Object.entries(manager.files(tarballs))) write(file, text);
    await execute(manager.install);
  });
  await report.check(`${name}: the same from ESM and CommonJS`, async () => {
    const esm = await used('use.mjs', (specifier) => `await import('${specifier}')`);
    const cjs = await used('use.cjs', (specifier) => `require('${specifier}')`);
    if (!isDeepStrictEqual(esm, cjs)) throw new Error(`ESM gives ${JSON.stringify(esm)}, CommonJS ${JSON.stringify(cjs)}`);
    const empty = esm.filter(({ names }) => names.length === 0).map(({ specifier }) => specifier);
    if (empty.length > 0) throw new Error(`${empty.join(', ')} exports nothing`);
  });
  await report.check(`${name}: types resolve in ESM and CommonJS`, async () => {
    const usages = libraries.map((library) => join(library.folder, 'test/published/usage.ts')).filter((file) => existsSync(file));
    usages.forEach((file, at) => {
      for (const ending of ['mts', 'cts']) write(`usage-${at}.${ending}`, readFileSync(file, 'utf8'));
    });
    const compilerOptions = {
      module: 'node16',
      target: 'es2023',
      lib: ['es2023', 'dom'],
      strict: true,
      noEmit: true,
      types: ['node'],
    };
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['usage-*'] }));
    await execute([...manager.run, 'tsc', '-p', 'tsconfig.json']);
  });
  await report.check(`${name}: the command flamestep works`, async () => {
    const printed = await execute([...manager.run, 'flamestep', 'top', '--nodecount', '3', profile]);
    if (!printed.includes('flat%')) throw new Error(`it printed ${JSON.stringify(printed)}`);
  });

  /** What each library exports, and what its smoke test makes of it. */
  async function used(file, load) {
    const uses = libraries.map(({ folder, packageJson }) => {
      const smoke = join(folder, 'test/published/smoke.mjs');
      const result = existsSync(smoke) ? `(await import('${pathToFileURL(smoke)}')).smoke(api, bytes)` : 'undefined';
      const names = "Object.keys(api).filter((name) => !['default', '__esModule', 'module.exports'].includes(name)).sort()";
      const specifier = packageJson.name;
      return `{ const api = ${load(specifier)}; all.push({ specifier: '${specifier}', names: ${names}, result: await ${result} }); }`;
    });
    const read = `const bytes = new Uint8Array((await import('node:fs')).readFileSync(${JSON.stringify(profile)}));`;
    const body = [read, 'const all = [];', ...uses, 'process.stdout.write(JSON.stringify(all));'].join('\n');
    write(file, `(async () => {\n${body}\n})();\n`);
    return JSON.parse(await execute([...manager.node, file]));
  }

  function execute(args) {
    return capture(process.execPath, [program, ...args], { cwd: project, env });
  }

  function write(file, text) {
    writeFileSync(join(project, file), text);
  }
}

/** Installs a package manager into a folder. Resolves to the script that starts it. */
async function fetchProgram(folder, { name, version }) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  await captureNpm(['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`], {
    cwd: folder,
  });
  const installed = join(folder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  return join(installed, Object.values(bin)[0]);
}
