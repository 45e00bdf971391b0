import { renderFlameGraphPage } from '@flamestep/flamegraph';
import type { PageFact } from '@flamestep/flamegraph';
import { compatibilizeSampleTypes, stackTree, unifyUnits } from '@flamestep/pprof';
import type { OptionValues } from '../arguments/option-table.ts';
import { isSwitchedOn } from '../environment-switch.ts';
import type { Io } from '../io.ts';
import { createProgress } from '../progress.ts';
import { settle, readSides } from '../read-profiles.ts';
import { shownSource } from '../read-source.ts';
import { writeFile } from '../write-result.ts';
import type { RunCommand } from './command.ts';
import { reportOptions } from './report-options.ts';

export const runView: RunCommand = async ({ operands, options }, io) => {
  const settings = await reportOptions(options, io);
  const progress = createProgress(io);
  const sides = await readSides(operands, options, io, progress, { forSums: true });
  const [head, base] = await Promise.all(
    unifyUnits(compatibilizeSampleTypes(sides.base ? [sides.head, sides.base] : [sides.head])).map((profile) =>
      settle(profile, options),
    ),
  );
  progress.step('drawing');
  const tree = stackTree(head, { ...settings, base });
  for (const warning of tree.warnings) io.writeErr(`flamestep: ${warning}\n`);
  const page = renderFlameGraphPage({
    title: options.title ?? titleOf(operands, options),
    facts: factsOf(operands, options, tree.sampleType),
    notes: tree.warnings,
    tree,
  });
  progress.done();
  await deliver(page, options, io);
  return undefined;
};

function baseOf(options: OptionValues): readonly string[] {
  return [...options.base, ...options['diff-base']];
}

function titleOf(operands: readonly string[], options: OptionValues): string {
  const base = baseOf(options);
  return base.length === 0 ? names(operands) : `${names(base)} → ${names(operands)}`;
}

function names(sources: readonly string[]): string {
  const name = nameOf(sources[0]);
  return sources.length === 1 ? name : `${name} and ${sources.length - 1} more`;
}

/** The name of a file without its folder; of a URL the host and all behind it. */
function nameOf(source: string): string {
  const shown = shownSource(source);
  return shown.includes('://') ? shown.replace(/^.*?:\/\//, '') : shown.replace(/^.*[/\\]/, '');
}

function factsOf(operands: readonly string[], options: OptionValues, { type, unit }: { type: string; unit: string }): PageFact[] {
  const base = baseOf(options);
  return [
    ...(base.length === 0 ? [] : [{ label: 'Base', value: base.map(shownSource).join(', ') }]),
    { label: base.length === 0 ? 'Profile' : 'Head', value: operands.map(shownSource).join(', ') },
    { label: 'Measured', value: `${type} (${unit})` },
  ];
}

/** Writes the page, prints its path, and opens it where a person sits in front of a browser. */
async function deliver(page: string, options: OptionValues, io: Io): Promise<void> {
  let path = options.output;
  if (path === '-') {
    io.writeOut(page);
    return;
  }
  if (path === undefined) path = io.writeTemporary('flame-graph.html', page);
  else writeFile(path, page, io);
  io.writeOut(`${path}\n`);
  const isAttended = io.isTerminal.stdout && !isSwitchedOn(io.env['CI']);
  if (!options.open || !isAttended) return;
  if (!(await io.openInBrowser(path))) io.writeErr('flamestep: no browser found; open the file above\n');
}
