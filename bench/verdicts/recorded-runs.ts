import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../packages/pprof/src/index.ts';
import type { Profile } from '../../packages/pprof/src/index.ts';
import { matchFunctions } from '../../packages/diff/src/match/match-functions.ts';
import type { FunctionMatching } from '../../packages/diff/src/match/match-functions.ts';
import { measureRun } from '../../packages/diff/src/measure/measure-run.ts';
import type { MeasuredRun } from '../../packages/diff/src/measure/measured-run.ts';
import { runStacks } from '../../packages/diff/src/stacks/run-stacks.ts';
import type { RunStacks } from '../../packages/diff/src/stacks/run-stacks.ts';

/** A run, decoded and measured once, to be compared in many draws. */
export interface RecordedRun {
  readonly profile: Profile;
  readonly measured: MeasuredRun;
  readonly stacks: RunStacks;
  readonly entityOf: Int32Array;
  readonly operations: number;
}

/** The runs of two folders, matched with each other. */
export interface RecordedPair {
  readonly matching: FunctionMatching;
  /** Column of the sample type. */
  readonly type: number;
  readonly base: readonly RecordedRun[];
  readonly head: readonly RecordedRun[];
}

/** Reads all runs of two folders and measures one sample type. The operations stand in the `.txt` file beside each profile. */
export function readPair(baseFolder: string, headFolder: string, sampleType: string): RecordedPair {
  const sides = [readFolder(baseFolder), readFolder(headFolder)];
  const files = sides.flat();
  const matching = matchFunctions(
    files.map(({ profile }) => profile),
    sides[0].length,
  );
  const type = files[0].profile.sampleTypes.findIndex((each) => each.type === sampleType);
  const runs = files.map(({ profile, operations }, i): RecordedRun => {
    const entityOf = matching.entityOf[i];
    const stacks = runStacks(profile, entityOf, matching.unknown);
    const [measured] = measureRun(stacks, matching.length, [type], `run ${i}`);
    return { profile, measured, stacks, entityOf, operations };
  });
  return { matching, type, base: runs.slice(0, sides[0].length), head: runs.slice(sides[0].length) };
}

function readFolder(folder: string): { profile: Profile; operations: number }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.pb.gz'));
  names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return names.map((name) => {
    const text = readFileSync(join(folder, name.replace(/\.pb\.gz$/, '.txt')), 'utf8');
    const operations = Number(/^Benchmark\S*\s+(\d+)\s/m.exec(text)?.[1]);
    return { profile: decode(readFileSync(join(folder, name))), operations };
  });
}
