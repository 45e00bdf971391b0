import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture, captureNpm } from '../published-packages/capture.mjs';

const CREATE_APP = ['@backstage/create-app@0.9.2', '@yarnpkg/cli-dist@4.13.0'];

/** Versions that Backstage 1.55 asks for otherwise and that npm cannot install, or only with a compiler. */
const OVERRIDES = {
  '@swc/core': '1.16.18',
  '@types/react': '18.3.31',
  '@types/react-dom': '18.3.7',
  '@yarnpkg/core': { got: '^11.8.6' },
  'better-sqlite3': '13.2.0',
  jsdom: '27.4.0',
  react: '18.3.1',
  'react-dom': '18.3.1',
  rollup: '4.67.4',
  'unrs-resolver': '1.12.2',
};

/** The scaffolder brings an addon that has to be compiled, and has nothing to do with flamestep. */
const LEFT_OUT = /scaffolder-backend/;

/** Has Backstage's own create-app write an app into `folder`: of the new frontend system, or a `legacy` one. */
export async function createFreshApp(folder, { legacy }) {
  const packages = CREATE_APP.flatMap((name) => ['--package', name]);
  const options = ['--skip-install', ...(legacy ? ['--legacy'] : [])];
  await captureNpm(['exec', '--yes', ...packages, '--', 'backstage-create-app', '--path', folder, ...options], {
    cwd: dirname(folder),
    env: { ...process.env, BACKSTAGE_APP_NAME: 'shop' },
  });
}

/** Makes the fresh app, which is written for Yarn, one that npm can install, with packages of the map `tarballs` from their files. */
export function fitForNpm(folder, tarballs) {
  rmSync(join(folder, 'yarn.lock'));
  const files = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]));
  edit('package.json', ({ resolutions, packageManager, ...root }) => ({
    ...root,
    devDependencies: { ...root.devDependencies, jsdom: OVERRIDES.jsdom },
    overrides: { ...OVERRIDES, ...files },
  }));
  // What the app's own tests ask for cannot be installed together; Yarn only warns of it.
  edit('packages/app/package.json', (app) => ({
    ...app,
    dependencies: pinned(app.dependencies),
    devDependencies: { '@types/react-dom': OVERRIDES['@types/react-dom'] },
  }));
  for (const file of ['App.test.tsx', 'setupTests.ts']) rmSync(join(folder, 'packages/app/src', file));
  edit('packages/backend/package.json', (backend) => ({
    ...backend,
    dependencies: { ...without(pinned(backend.dependencies), LEFT_OUT), app: '0.0.0' },
  }));
  const index = join(folder, 'packages/backend/src/index.ts');
  const statements = readFileSync(index, 'utf8').split(/(?<=;\n)/);
  writeFileSync(index, statements.filter((statement) => !LEFT_OUT.test(statement)).join(''));

  function edit(path, change) {
    const file = join(folder, path);
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8'))), null, 2));
  }
}

/** Installs with npm, without scripts of packages. */
export async function install(folder) {
  await captureNpm(['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
}

/** Runs a command that is installed in the app. */
export function runInApp(folder, command, args, options = {}) {
  return capture(process.execPath, [join(folder, 'node_modules/.bin', command), ...args], { cwd: folder, ...options });
}

function pinned(dependencies) {
  return Object.fromEntries(Object.entries(dependencies).map(([name, range]) => [name, OVERRIDES[name] ?? range]));
}

function without(dependencies, unwanted) {
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => !unwanted.test(name)));
}
