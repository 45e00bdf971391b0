/**
 * Checks that the published packages work for those who install them: each is packed, installed into an empty project, imported
 * from ESM and from CommonJS, bundled for browsers unless it is for Node alone, and its types are resolved in all three ways.
 *
 * A package may bring `test/published/smoke.mjs` with `smoke(api, profile)`, whose answer must be the same in all three, and
 * `test/published/usage.ts`, which must compile in all three. Of a package with commands, `smoke.mjs` exports
 * `commandLine(profileFile)` instead: arguments with which the command must succeed and print something.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { CheckReport } from './check-report.mjs';
import { FLOORS } from './floors.mjs';
import { capture } from './published-packages/capture.mjs';
import { consumerNode } from './published-packages/consumer-node.mjs';
import { bundleIt, importIt, requireIt, typeCheckIt } from './published-packages/consume.mjs';
import { installIntoEmptyProject } from './published-packages/empty-project.mjs';
import { pack, publishedPackages } from './published-packages/pack.mjs';
import { unexpectedFiles } from './published-packages/packed-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputFile = join(root, 'fixtures/json-unmarshal/base.pb.gz');
const readmeProgram = /```ts\n(.*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8').replaceAll('\r\n', '\n'))?.[1] ?? '';
const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'flamestep-packages-'));
const report = new CheckReport();

try {
  const packages = publishedPackages(root);
  const packed = await pack(root, packages, scratch);
  await Promise.all(packages.map((published) => checkPackage(published, packed)));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
report.finish();

async function checkPackage(published, packed) {
  const { folder, packageJson } = published;
  const { name } = packageJson;
  const { tarball, files } = packed.get(name);
  const project = join(scratch, 'project', name);
  const smoke = existing(join(folder, 'test/published/smoke.mjs'));
  const usage = existing(join(folder, 'test/published/usage.ts'));

  await report.check(`${name}: the packed files are in order`, () => checkFiles(name, files, tarball));
  await report.check(`${name}: installs into an empty project`, () => installIntoEmptyProject(project, published, packed));

  const specifiers = Object.keys(packageJson.exports ?? {})
    .filter((key) => !key.endsWith('.json'))
    .map((key) => name + key.slice(1));
  for (const specifier of specifiers) {
    const use = specifier === name ? { smoke, inputFile, input: readFileSync(inputFile) } : {};
    const isForBrowsers = FLOORS.find((rule) => rule.name === name)?.node !== undefined;
    await report.check(
      `${specifier}: the same from ESM${isForBrowsers ? ', CommonJS and a bundler for browsers' : ' and CommonJS'}`,
      () => checkUses(project, specifier, use, packageJson, isForBrowsers),
    );
  }
  if (specifiers.length > 0) {
    await report.check(`${name}: types resolve in ESM, CommonJS and bundlers`, () =>
      typeCheckIt(project, specifiers, usage && readFileSync(usage, 'utf8'), compiler),
    );
  }
  if (readmeProgram.includes(`'${name}'`)) {
    await report.check(`${name}: the program in the README works`, () => checkReadmeProgram(project));
  }
  for (const command of Object.keys(packageJson.bin ?? {})) {
    await report.check(`${name}: the command ${command} works`, () => checkCommand(project, packageJson, command, smoke));
  }
}

async function checkUses(project, specifier, use, { dependencies = {} }, isForBrowsers) {
  const imported = await importIt(project, specifier, use);
  if (imported.names.length === 0) throw new Error('it exports nothing');
  mustBeSame('required', await requireIt(project, specifier, use));
  if (!isForBrowsers) return;
  const { moduleIds, ...bundled } = await bundleIt(project, specifier, use);
  mustBeSame('bundled', bundled);
  if ('pako' in dependencies && !moduleIds.some((id) => /[\\/]pako[\\/]/.test(id))) {
    throw new Error('the bundle for browsers has no pako in it, so it cannot inflate');
  }

  function mustBeSame(kind, answer) {
    if (isDeepStrictEqual(sorted(answer), sorted(imported))) return;
    throw new Error(`imported it gives ${JSON.stringify(imported)}, ${kind} it gives ${JSON.stringify(answer)}`);
  }
}

function sorted({ names, result }) {
  return { names: names.filter((name) => name !== '__esModule' && name !== 'default').sort(), result };
}

async function checkFiles(name, files, tarball) {
  const unexpected = unexpectedFiles(name, files);
  if (unexpected.length > 0) throw new Error(`not on the list of what may be published: ${unexpected.join(', ')}`);
  for (const wanted of ['LICENSE', 'README.md']) {
    if (!files.includes(wanted)) throw new Error(`${wanted} is not published`);
  }
  const bytes = readFileSync(tarball);
  const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: content }, level: 'warning', strict: true });
  if (messages.length > 0) throw new Error(messages.map((message) => formatMessage(message, pkg)).join('\n'));
}

async function checkReadmeProgram(project) {
  copyFileSync(inputFile, join(project, 'before.pb.gz'));
  copyFileSync(inputFile, join(project, 'after.pb.gz'));
  writeFileSync(join(project, 'readme.mjs'), readmeProgram);
  const printed = await capture(consumerNode, ['readme.mjs'], { cwd: project });
  if (!printed.includes('flat%')) throw new Error(`it printed ${JSON.stringify(printed)}`);
}

async function checkCommand(project, { name, version, bin }, command, smoke) {
  const script = join(project, 'node_modules', name, bin[command]);
  const said = await capture(consumerNode, [script, '--version'], { cwd: project });
  if (!said.includes(version)) throw new Error(`--version printed ${JSON.stringify(said)}, and this is ${version}`);
  if (smoke === undefined) return;
  const { commandLine } = await import(pathToFileURL(smoke).href);
  if ((await capture(consumerNode, [script, ...commandLine(inputFile)], { cwd: project })).trim() === '')
    throw new Error('it printed nothing');
}

function existing(path) {
  return existsSync(path) ? path : undefined;
}
