import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { rolldown } from 'rolldown';
import { capture } from './capture.mjs';
import { consumerNode } from './consumer-node.mjs';

/*
 * Each function uses the module `specifier` of the package installed in `project`, in its own way, and resolves to
 * `{ names, result }`: the names that it exports, and what `smoke(api, input)` of the file `smoke` made of it, if there is one.
 */

export async function importIt(project, specifier, use) {
  const source = `import * as api from '${specifier}';\n${reportOf(use)}\nprocess.stdout.write(await report(api));\n`;
  return runInNode(project, 'consumer.mjs', source);
}

export async function requireIt(project, specifier, use) {
  const source = `const api = require('${specifier}');\n${reportOf(use)}\nreport(api).then((it) => process.stdout.write(it));\n`;
  return runInNode(project, 'consumer.cjs', source);
}

/** Bundles for browsers and runs the bundle in a realm that has nothing of Node's. */
export async function bundleIt(project, specifier, use) {
  const entry = join(project, 'consumer.browser.mjs');
  const smoke = use.smoke === undefined ? '' : `import { smoke } from ${JSON.stringify(use.smoke)};`;
  const result = use.smoke === undefined ? 'undefined' : 'smoke(api, globalThis.input)';
  writeFileSync(
    entry,
    `import * as api from '${specifier}';\n${smoke}\nglobalThis.report = JSON.stringify({ names: Object.keys(api), result: ${result} });\n`,
  );
  const build = await rolldown({
    input: entry,
    cwd: project,
    platform: 'browser',
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: 'iife' });
  await build.close();
  const [{ code, moduleIds, imports }] = output;
  if (output.length > 1 || imports.length > 0) throw new Error(`the bundle still imports ${imports.join(', ')}`);
  const nodeModule = /["'`]node:\w+["'`]/.exec(code);
  if (nodeModule !== null) throw new Error(`the bundle for browsers mentions ${nodeModule[0]}`);
  const realm = vm.createContext({ TextDecoder, TextEncoder, input: use.input });
  vm.runInContext(code, realm, { filename: 'bundle.js' });
  return { ...JSON.parse(realm.report), moduleIds };
}

/** Resolves the types as the three kinds of consumers do, and checks that they are types and not `any`. */
export async function typeCheckIt(project, specifiers, usage, compiler) {
  const source = [
    'type IsAny<T> = 0 extends 1 & T ? true : false;',
    ...specifiers.flatMap((specifier, i) => [
      `import * as api${i} from '${specifier}';`,
      `export const isAny${i}: IsAny<typeof api${i}> = false;`,
    ]),
    usage ?? '',
  ].join('\n');
  // The ending decides whether a file resolves as `import` or as `require`. Not nodenext: it lets a require get ESM.
  const kinds = {
    'Node, ESM and CommonJS': { files: ['usage.mts', 'usage.cts'], options: { module: 'node16' } },
    'a bundler for browsers': {
      files: ['usage.ts'],
      options: { module: 'preserve', moduleResolution: 'bundler', customConditions: ['browser'] },
    },
  };
  for (const [kind, { files, options }] of Object.entries(kinds)) {
    const folder = join(project, 'types', String(files.length));
    mkdirSync(folder, { recursive: true });
    for (const file of files) writeFileSync(join(folder, file), source);
    const compilerOptions = { ...options, target: 'es2023', lib: ['es2023', 'dom'], strict: true, noEmit: true, types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    await capture(process.execPath, [compiler, '-p', folder], { cwd: project }).catch((error) => {
      throw new Error(`types for ${kind}: ${error.message}`);
    });
  }
}

async function runInNode(project, file, source) {
  writeFileSync(join(project, file), source);
  return JSON.parse(await capture(consumerNode, [file], { cwd: project }));
}

function reportOf({ smoke, inputFile }) {
  const load = smoke === undefined ? 'undefined' : `(await import('${pathToFileURL(smoke)}')).smoke(api, await input())`;
  return [
    `const input = async () => new Uint8Array(await (await import('node:fs/promises')).readFile(${JSON.stringify(inputFile)}));`,
    `const report = async (api) => JSON.stringify({ names: Object.keys(api), result: ${load} });`,
  ].join('\n');
}
