import type { Profile } from '@flamestep/pprof';
import type { SideFunctions } from './side-functions.ts';

/** What a function does, as far as samples show it: enough to know it again under another number. */
export interface FunctionContent {
  /** Samples (or, where they are weighted, their values) that hit the function or what it called. */
  weight: number;
  /** Weight by line of the function, counted from its first, and by function called. */
  readonly body: Map<string, number>;
  /** Weight by calling function. */
  readonly callers: Map<string, number>;
}

/**
 * Gathers the content of some functions of a side (`wanted`: indices into its functions) from all samples of its runs. Neighbours
 * go by their family, so that the contents of both sides can be compared. A frame counts each time it is on the stack.
 */
export function functionContents(
  profiles: readonly Profile[],
  side: SideFunctions,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, FunctionContent> {
  const contents = new Map<number, FunctionContent>();
  for (const index of wanted) contents.set(index, { weight: 0, body: new Map(), callers: new Map() });
  if (wanted.size === 0) return contents;

  profiles.forEach((profile, run) => {
    const { samples, stacks, locations } = profile;
    const indexOf = side.indexOf[run];
    const isWanted = Uint8Array.from(indexOf, (index) => (wanted.has(index) ? 1 : 0));
    const wantedLines = linesByLocation(profile, isWanted);
    for (let sample = 0; sample < samples.length; sample++) {
      const stack = samples.stack[sample];
      const weight = Math.abs(samples.values[0]?.[sample] ?? 1);
      for (let frame = stacks.start[stack]; frame < stacks.start[stack + 1]; frame++) {
        for (const line of wantedLines[stacks.locations[frame]] ?? []) {
          const index = indexOf[locations.lineFunction[line]];
          const { startLine } = side.functions[index];
          const callee = neighbour(profile, stack, frame, line - 1, -1);
          const caller = neighbour(profile, stack, frame, line + 1, 1);
          const offset = startLine > 0 ? locations.lineNumber[line] - startLine : 0;
          const content = contents.get(index)!;
          content.weight += weight;
          add(content.body, callee === -1 ? `${offset}` : `> ${side.functions[indexOf[callee]].family}`, weight);
          add(content.callers, caller === -1 ? '' : side.functions[indexOf[caller]].family, weight);
        }
      }
    }
  });
  return contents;
}

/** For locations of wanted functions, their lines; nothing for the others. */
function linesByLocation({ locations }: Profile, isWanted: Uint8Array): (readonly number[] | undefined)[] {
  const lines = new Array<number[] | undefined>(locations.length);
  for (let location = 0; location < locations.length; location++) {
    for (let line = locations.lineStart[location]; line < locations.lineStart[location + 1]; line++) {
      if (isWanted[locations.lineFunction[line]] === 1) (lines[location] ??= []).push(line);
    }
  }
  return lines;
}

/** The function of a line beside another: in the same location, or at the near end of the next one (`step` -1: callee, 1: caller). */
function neighbour({ stacks, locations }: Profile, stack: number, frame: number, line: number, step: 1 | -1): number {
  const location = stacks.locations[frame];
  if (line >= locations.lineStart[location] && line < locations.lineStart[location + 1]) return locations.lineFunction[line];
  const next = frame + step;
  if (next < stacks.start[stack] || next >= stacks.start[stack + 1]) return -1;
  const from = locations.lineStart[stacks.locations[next]];
  const to = locations.lineStart[stacks.locations[next] + 1];
  if (from === to) return -1;
  return locations.lineFunction[step === 1 ? from : to - 1];
}

function add(weights: Map<string, number>, key: string, weight: number): void {
  weights.set(key, (weights.get(key) ?? 0) + weight);
}

/** How alike two contents are, 0 to 1; a body says more than its callers. 0 where either has no samples. */
export function contentLikeness(a: FunctionContent, b: FunctionContent): number {
  if (a.weight === 0 || b.weight === 0) return 0;
  return 0.75 * overlap(a.body, a.weight, b.body, b.weight) + 0.25 * overlap(a.callers, a.weight, b.callers, b.weight);
}

function overlap(a: ReadonlyMap<string, number>, aWhole: number, b: ReadonlyMap<string, number>, bWhole: number): number {
  let common = 0;
  for (const [key, weight] of a) common += Math.min(weight / aWhole, (b.get(key) ?? 0) / bWhole);
  return common;
}
