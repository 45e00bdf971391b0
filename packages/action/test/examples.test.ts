import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parse, top } from '@flamestep/pprof';
import { splitWords } from '@flamestep/record';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { cacheFolder } from '../../../fixtures/cache-folder.ts';
import { ROOT, stepsOf } from './workflow-files.ts';

/** What an example needs, what its profile must name, and how its benchmark is made short. */
const EXAMPLES = [
  { folder: 'go', needs: ['go'], measured: 'example.com/shop/cart.Total', environment: {} },
  { folder: 'node', needs: [process.execPath], measured: 'total', environment: { ROUNDS: '4000' } },
  { folder: 'python', needs: ['py-spy', 'python'], measured: 'total', environment: { ROUNDS: '5000' } },
  { folder: 'rust', needs: ['cargo'], measured: 'shop::line_total', environment: { ROUNDS: '20000' } },
] as const;

test.for(EXAMPLES)('the benchmark of the example for $folder makes a profile that is read', (example, context) => {
  const { folder, needs, measured, environment } = example;
  for (const program of needs) {
    if (spawnSync(program, [program === 'go' ? 'version' : '--version']).status !== 0)
      context.skip(`${program} is not installed`);
  }
  if (folder === 'rust' && !existsSync(buildFolder())) {
    context.skip(`its first build takes a minute; to have it tested, make the folder ${buildFolder()}`);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'flamestep-example-'));
  try {
    const profile = join(scratch, 'profile.pb.gz');
    const tree = join(scratch, 'tree');
    cpSync(join(ROOT, 'examples', folder), tree, { recursive: true });
    const [program, ...words] = commandOf(folder).map((word) => word.replace('{profile}', profile).replace('=1s', '=200ms'));
    const ran = spawnSync(program === 'node' ? process.execPath : program!, words, {
      cwd: tree,
      encoding: 'utf8',
      env: { ...process.env, ...environment, PATH: searchPath(), CARGO_TARGET_DIR: buildFolder() },
    });
    expect(ran.status, ran.stderr || String(ran.error)).toBe(0);
    expect(top(parse(readFileSync(profile)), { nodeCount: 0 }).rows.map(({ name }) => name)).toContain(measured);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

test('the front page shows the step of the example, shortened', () => {
  const [shown] = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```yaml\n(.*?)^```/gms)].map(([, yaml]) =>
    parseYaml(yaml!),
  );
  const step = stepsOf('examples/go/.github/workflows/performance.yml').find(({ uses }) => uses === shown[0].uses);
  expect({ ...step?.with, ...shown[0].with, run: String(step?.with?.['run']).replace(' -benchtime=1s', '') }).toEqual({
    ...step?.with,
    run: shown[0].with.run,
  });
});

/** The input `run` of the example's workflow, as the action takes it apart. */
function commandOf(folder: string): readonly string[] {
  const step = stepsOf(`examples/${folder}/.github/workflows/performance.yml`).find(({ uses }) => uses?.startsWith('flamestep/'));
  return splitWords(String(step?.with?.['run'])) ?? [];
}

/** Kept from one test run to the next, because the example's libraries take a minute to build. */
function buildFolder(): string {
  return join(cacheFolder(), 'rust-example');
}

/** With Python itself in front: a version manager's script of that name is nothing that py-spy can look into. */
function searchPath(): string {
  const { stdout } = spawnSync('python', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
  const path = process.env['PATH'] ?? '';
  return stdout ? `${dirname(stdout.trim())}${delimiter}${path}` : path;
}
