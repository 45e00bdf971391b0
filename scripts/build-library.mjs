/**
 * Builds the package in the current folder: ESM into dist/esm, CommonJS into dist/cjs, declarations beside both.
 *
 * package.json is the only configuration. Each entry of `exports` with the condition `@flamestep/source` is an entry point, named
 * after its source file; an entry with the condition `browser` is also bundled for browsers, as `<name>.browser.js`.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';

const packageJson = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = Object.values(packageJson.exports).filter((target) => target['@flamestep/source'] !== undefined);
const dependencies = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

rmSync('dist', { recursive: true, force: true });
// npm publishes a licence only from the package's own folder.
copyFileSync(new URL('../LICENSE', import.meta.url), 'LICENSE');
writeDeclarations();
await bundle({ entries, platform: 'node', suffix: '' });
await bundle({ entries: entries.filter((entry) => entry.browser !== undefined), platform: 'browser', suffix: '.browser' });

async function bundle({ entries, platform, suffix }) {
  if (entries.length === 0) return;
  const input = Object.fromEntries(
    entries.map((entry) => [basename(entry['@flamestep/source'], '.ts') + suffix, entry['@flamestep/source']]),
  );
  const build = await rolldown({
    input,
    platform,
    external: (id) => id.startsWith('node:') || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
    onLog: failOnWarning,
  });
  const common = { sourcemap: true, entryFileNames: '[name].js', chunkFileNames: `shared-[hash]${suffix}.js` };
  await build.write({ ...common, dir: 'dist/esm', format: 'esm' });
  await build.write({ ...common, dir: 'dist/cjs', format: 'cjs', exports: 'named' });
  await build.close();
}

/** The same declarations serve both module systems; dist/cjs says with a package.json of its own that it is CommonJS. */
function writeDeclarations() {
  const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  mkdirSync('dist/cjs', { recursive: true });
  cpSync('dist/esm', 'dist/cjs', { recursive: true });
  writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');
}

function failOnWarning(level, log, report) {
  if (level === 'warn') throw new Error(`${packageJson.name}: ${log.message}`);
  report(level, log);
}
