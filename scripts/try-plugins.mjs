/**
 * `npm run try:plugins`: installs the plugins for Backstage, as they are published, into fresh apps of Backstage's own create-app, by doing what
 * their READMEs say and nothing else; then checks types, builds and starts the app, asks its API, and looks at its pages in Chromium.
 *
 * - `new`, `legacy`: only the app of this frontend system
 * - `--keep FOLDER`: makes the apps there and leaves them
 *
 * It needs the network, some minutes and 3 GB of disk. Pictures of the pages are in out/try-plugins.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { CheckReport } from './check-report.mjs';
import { capture } from './published-packages/capture.mjs';
import { pack, publishedPackages } from './published-packages/pack.mjs';
import { packPlugin, pluginFolders } from './published-packages/pack-plugin.mjs';
import { askApi } from './try-plugins/ask-api.mjs';
import { addConfig, followSteps } from './try-plugins/follow-readmes.mjs';
import { createFreshApp, fitForNpm, install, runInApp } from './try-plugins/fresh-app.mjs';
import { lookAtPages } from './try-plugins/look-at-pages.mjs';
import { readmeSteps } from './try-plugins/readme-steps.mjs';
import { startApp } from './try-plugins/running-app.mjs';

const FRONTEND = '@flamestep/backstage-plugin-flamestep';
/** In the order in which somebody would follow them. */
const READMES = ['-backend', '-backend-module-github-oidc', '-node', ''].map(
  (ending) => `packages/backstage-plugin-flamestep${ending}`,
);
const TOKEN = 'a-token-of-the-trial';
/** What the READMEs leave to the environment. */
const ENVIRONMENT = { FLAMESTEP_TOKEN: TOKEN, PROMETHEUS_TOKEN: 'none', GITHUB_TOKEN: 'none' };

const root = fileURLToPath(new URL('..', import.meta.url));
const [systems, kept] = readArguments(process.argv.slice(2));
const scratch = kept ?? mkdtempSync(join(realpathSync(tmpdir()), 'flamestep-apps-'));
const steps = READMES.flatMap((folder) => readmeSteps(readFileSync(join(root, folder, 'README.md'), 'utf8')));
const report = new CheckReport();
let stopRunning = () => {};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopRunning();
    process.exit(1);
  });
}

try {
  mkdirSync(scratch, { recursive: true });
  const packed = await packAll();
  if (packed !== undefined) for (const system of systems) await trySystem(system, packed);
} finally {
  if (kept === undefined) rmSync(scratch, { recursive: true, force: true });
}
report.finish();

/** Resolves to the tarballs and versions of everything that the plugins consist of, and a report to send. */
async function packAll() {
  let packed;
  await report.check('the plugins and what they need pack', async () => {
    const tarballs = new Map();
    for (const [name, { tarball }] of await pack(root, publishedPackages(root), scratch)) tarballs.set(name, tarball);
    for (const folder of pluginFolders(root)) {
      const { name, tarball } = await packPlugin(folder, scratch);
      tarballs.set(name, tarball);
    }
    packed = { tarballs, sent: await reportToSend() };
  });
  return packed;
}

async function reportToSend() {
  const profile = (name) => join(root, `fixtures/json-unmarshal/${name}.pb.gz`);
  const sides = ['--base', profile('base'), '--head', profile('slow-literal'), '--head-commit', 'a1b2c3d4e5f60718'];
  return capture(process.execPath, [join(root, 'packages/cli/bin/flamestep.cjs'), 'diff', ...sides, '--format=json'], {});
}

async function trySystem(system, { tarballs, sent }) {
  const folder = join(scratch, system);
  const own = steps.filter((step) => step.system === undefined || step.system === system);
  // An app of the new system finds plugins by itself, and that is tried first.
  const isListing = (step) => step.system === 'new' && step.kind === 'change';
  const run = async (name, check) => {
    if (!worked) return report.skip(`${system}: ${name}`);
    worked = false;
    await report.check(`${system}: ${name}`, async () => {
      await check();
      worked = true;
    });
  };
  let worked = true;

  await run('create-app makes an app', async () => {
    rmSync(folder, { recursive: true, force: true });
    await createFreshApp(folder, { legacy: system === 'legacy' });
    fitForNpm(folder, tarballs);
  });
  await run('the READMEs can be followed', async () =>
    followSteps(
      folder,
      own.filter((step) => !isListing(step)),
    ),
  );
  await run('it installs', () => install(folder));
  await run('its types are right', () => runInApp(folder, 'tsc', []));
  await run('its configuration is right', () => checkConfig(folder));
  await tryPages(system, { tabPath: '/observability', pagesPath: '/flamestep' });
  if (system === 'legacy') return;
  await run('the plugin can be listed instead of found, and put elsewhere', async () => {
    followSteps(folder, own.filter(isListing));
    followSteps(
      folder,
      steps.filter((step) => step.system === 'elsewhere'),
    );
    addConfig(join(folder, 'app-config.yaml'), { app: { packages: { exclude: [FRONTEND] } } });
  });
  // As the README's example has them.
  await tryPages('listed', { tabPath: '/quality', pagesPath: '/steps' });

  async function tryPages(name, paths) {
    await run(`${name === system ? '' : `${name}, `}it builds`, () => buildApp(folder));
    await run(`${name === system ? '' : `${name}, `}it starts, its API answers, and its pages show the plugin`, async () => {
      const app = await startApp(folder, ENVIRONMENT);
      stopRunning = app.stop;
      try {
        const id = await askApi(app.url, { token: TOKEN, report: sent });
        await lookAtPages(app.url, { reportId: id, pictures: join(root, 'out/try-plugins', name), ...paths });
      } finally {
        app.stop();
      }
    });
  }
}

/** Without access of types that others add: Backstage's schema knows its own only. */
function checkConfig(folder) {
  const config = parse(readFileSync(join(folder, 'app-config.yaml'), 'utf8'));
  const { auth } = config.backend;
  auth.externalAccess = auth.externalAccess.filter(({ type }) => type !== 'github-actions');
  writeFileSync(join(folder, 'app-config.checked.yaml'), stringify(config));
  return runInApp(folder, 'backstage-cli', ['config:check', '--strict', '--lax', '--config', 'app-config.checked.yaml']);
}

function buildApp(folder) {
  return runInApp(folder, 'backstage-cli', ['package', 'build'], { cwd: join(folder, 'packages/app') });
}

function readArguments(args) {
  const at = args.indexOf('--keep');
  const kept = at < 0 ? undefined : resolve(args[at + 1]);
  const named = ['new', 'legacy'].filter((system) => args.includes(system));
  return [named.length === 0 ? ['new', 'legacy'] : named, kept];
}
