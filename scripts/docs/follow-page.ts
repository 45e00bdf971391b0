import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Block } from './read-blocks.ts';

const CLI = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** Where a page is followed. */
export interface Place {
  /** An empty folder, from which commands are run. */
  readonly folder: string;
  /** Another one, for the program `flamestep` as it is in the source. */
  readonly programs: string;
}

/** Does what a page says, from its top: writes its files, runs its commands, and holds their output against what it shows. Throws with the line. */
export function followPage(blocks: readonly Block[], place: Place): void {
  writeProgram(place.programs);
  let output: string | undefined;
  for (const block of blocks) {
    if (block.notRun !== undefined || block.partOf !== undefined) {
      output = undefined;
    } else if (block.file !== undefined) {
      writeBlock(block, place);
    } else if (block.language === 'sh') {
      output = run(block, place);
    } else if (block.language === 'text') {
      if (output === undefined) throw fault(block, 'nothing was run whose output this could be; say why with not run: REASON');
      holdAgainst(block, output);
    } else {
      throw fault(block, 'nobody knows what to do with it; say file: PATH, part of: PATH or not run: REASON');
    }
  }
}

function writeBlock({ file = '', code }: Block, { folder }: Place): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), code);
}

function run(block: Block, { folder, programs }: Place): string {
  const who = { NAME: 'Ada', EMAIL: 'ada@example.com' };
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', block.code], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: [programs, dirname(process.execPath), process.env['PATH']].join(delimiter),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(
        Object.entries(who).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    },
  });
  if (status === 0) return `${stdout}${stderr}`;
  throw fault(block, `it ends with ${status}:\n${stdout}${stderr}`);
}

/** Each line that is shown is one of the output, in its order; `…` stands for any text. */
function holdAgainst(block: Block, output: string): void {
  if (block.shows !== undefined) {
    for (const words of block.shows) {
      if (!block.code.includes(words)) throw fault(block, `it does not show '${words}' itself`);
      if (!output.includes(words)) throw fault(block, `'${words}' is not in the output:\n${output}`);
    }
    return;
  }
  let rest = output.split('\n');
  for (const shown of block.code.trimEnd().split('\n')) {
    const parts = shown.trim().split('…').map(escapeRegExp);
    const at = rest.findIndex((line) => new RegExp(`^${parts.join('.*')}$`).test(line.trim()));
    if (at < 0) throw fault(block, `'${shown}' is not in the output:\n${output}`);
    rest = rest.slice(at + 1);
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function writeProgram(folder: string): void {
  const program = join(folder, 'flamestep');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" --conditions=@flamestep/source "${CLI}" "$@"\n`);
  chmodSync(program, 0o755);
}

function fault({ line, language }: Block, what: string): Error {
  return new Error(`line ${line}, block of ${language || 'no language'}: ${what}`);
}
