import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The entries of the bundle. */
export type Entry = 'main' | 'comment' | 'merge';

/** A step of a job. */
export interface Step {
  readonly entry: Entry;
  readonly inputs: Readonly<Record<string, string>>;
  /** What the runner sets: see `jobEnvironment` of the fake GitHub. */
  readonly environment: Readonly<Record<string, string>>;
  readonly payload: object;
  /** Files of the workspace. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** What a step did, as far as a runner can see it. */
export interface StepRun {
  readonly code: number | null;
  /** All that it printed. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Of the files that it wrote, by their names in the outputs that end with `-path`. */
  readonly written: Readonly<Record<string, string>>;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly file?: string;
  readonly line?: string;
  readonly title?: string;
}

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** Why the bundle cannot be run; undefined where it can. */
export const notBuilt = existsSync(join(DIST, 'main.js')) ? undefined : 'the bundle is not built; run `npm run build`';

/** Runs an entry of the bundle as a runner does: in a process of its own, with a workspace, variables and files. */
export async function runAction({ entry, inputs, environment, payload, files = {} }: Step): Promise<StepRun> {
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-step-'));
  try {
    const place = (path: string, content: string | Uint8Array = '') => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
      return join(folder, path);
    };
    mkdirSync(join(folder, 'workspace'));
    for (const [path, content] of Object.entries(files)) place(`workspace/${path}`, content);
    const paths = { output: place('output'), summary: place('summary') };
    const env = {
      PATH: process.env['PATH'],
      GITHUB_WORKSPACE: join(folder, 'workspace'),
      RUNNER_TEMP: join(folder, 'temp'),
      GITHUB_EVENT_PATH: place('event.json', JSON.stringify(payload)),
      GITHUB_OUTPUT: paths.output,
      GITHUB_STEP_SUMMARY: paths.summary,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...environment,
    };
    const { code, log } = await execute(join(DIST, `${entry}.js`), env, join(folder, 'workspace'));
    const outputs = readOutputs(readFileSync(paths.output, 'utf8'));
    const written = Object.entries(outputs).flatMap(([name, path]) =>
      name.endsWith('-path') ? [[name, readFileSync(path, 'utf8')]] : [],
    );
    return {
      code,
      log,
      annotations: readAnnotations(log),
      outputs,
      summary: readFileSync(paths.summary, 'utf8'),
      written: Object.fromEntries(written),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function execute(
  program: string,
  env: Record<string, string | undefined>,
  cwd: string,
): Promise<{ code: number | null; log: string }> {
  const child = spawn(process.execPath, [program], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  return { code, log };
}

/** The command lines that the runner turns into annotations: `::warning file=a.go,line=7::message`. */
function readAnnotations(log: string): Annotation[] {
  return [...log.matchAll(/^::(error|warning|notice)(?: ([^:]*))?::(.*)$/gm)].map(([, level, properties = '', message = '']) => ({
    level: level as Annotation['level'],
    message: unescaped(message),
    ...Object.fromEntries(
      properties.split(',').flatMap((property) => (property === '' ? [] : [property.split('=', 2).map(unescaped)])),
    ),
  }));
}

function unescaped(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
}

/** `name<<delimiter`, the lines of the value, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [name, value]));
}
