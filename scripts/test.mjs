/**
 * `npm test`: sets everything up, builds, and runs every check and every test. The last line counts what the runners reported:
 * `N passed, N failed, N skipped`. Arguments go to vitest, and then nothing but the tests they select is run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCounts, countsLine, readChecks, readVitest, succeeded } from './counts.mjs';
import { runOnTerminal, runStep } from './run-step.mjs';
import { inRoot, lockedNode, root, setUp, turbo } from './set-up.mjs';

const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };
const ONE_SKIPPED = { passed: 0, failed: 0, skipped: 1 };

const selection = process.argv.slice(2);
const results = mkdtempSync(join(tmpdir(), 'flamestep-test-'));
const counts = (await setUp()) ? await run() : [ONE_FAILED];
rmSync(results, { recursive: true, force: true });

const total = counts.reduce(addCounts);
process.stdout.write(`\n${countsLine(total)}\n`);
process.exitCode = succeeded(total) ? 0 : 1;

async function run() {
  const built = await build();
  if (selection.length > 0) return [built, await tests()];
  return [
    built,
    await types(),
    await style(),
    await direction(),
    await packages(built),
    await plugins(built),
    await apis(built),
    await tests(),
  ];
}

async function build() {
  return (await turbo('Building', ['build'])) ? ONE_PASSED : ONE_FAILED;
}

async function types() {
  return (await turbo('Checking types', ['typecheck', 'typecheck:root'])) ? ONE_PASSED : ONE_FAILED;
}

async function style() {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  if (await runStep('Checking style', lockedNode(), [biome, 'check'], inRoot())) return ONE_PASSED;
  process.stderr.write('`npm run format` mends what can be mended by itself.\n');
  return ONE_FAILED;
}

function direction() {
  return check('check-dependency-direction.mjs');
}

/** What failed to build cannot be packed. */
function packages(built) {
  return built.failed > 0 ? ONE_SKIPPED : check('check-packages.mjs');
}

function plugins(built) {
  return built.failed > 0 ? ONE_SKIPPED : check('check-plugins.mjs');
}

function apis(built) {
  return built.failed > 0 ? ONE_SKIPPED : check('check-api-reports.mjs');
}

async function check(script) {
  const report = join(results, `${script}.json`);
  const code = await runOnTerminal(lockedNode(), [join(root, 'scripts', script), '--report', report], inRoot());
  return readChecks(report, code);
}

async function tests() {
  const report = join(results, 'vitest.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return readVitest(report, await runOnTerminal(lockedNode(), [vitest, 'run', ...reporters, ...selection], inRoot()));
}
