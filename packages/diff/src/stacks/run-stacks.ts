import type { Profile } from '@flamestep/pprof';

/** The stacks of a run as entities from the root to the leaf, each entity once: recursion is folded. */
export interface RunStacks {
  readonly profile: Profile;
  /** `stacks.length + 1` offsets into the two columns below. */
  readonly start: Uint32Array;
  readonly entity: Int32Array;
  /** Line in which the entity, where it stands first, calls what comes next; 0 when unknown. */
  readonly line: Float64Array;
  /** By stack: the entity at the leaf (-1 for an empty stack) and its line. */
  readonly leaf: Int32Array;
  readonly leafLine: Float64Array;
}

/** Reads the stacks of a run through the entities of its functions; `unknown` stands for frames without a function. */
export function runStacks(profile: Profile, entityOf: Int32Array, unknown: number): RunStacks {
  const { stacks, locations } = profile;
  const start = new Uint32Array(stacks.length + 1);
  const leaf = new Int32Array(stacks.length).fill(-1);
  const leafLine = new Float64Array(stacks.length);
  const entities = new Int32Array(countFrames(profile));
  const lines = new Float64Array(entities.length);
  let used = 0;
  const seenOn = new Int32Array(unknown + 1).fill(-1);
  for (let stack = 0; stack < stacks.length; stack++) {
    for (let frame = stacks.start[stack + 1] - 1; frame >= stacks.start[stack]; frame--) {
      const location = stacks.locations[frame];
      const from = locations.lineStart[location];
      let line = locations.lineStart[location + 1] - 1;
      // A location without lines is one frame, of the unknown function.
      do {
        const entity = line >= from ? entityOf[locations.lineFunction[line]] : unknown;
        leaf[stack] = entity;
        leafLine[stack] = line >= from ? locations.lineNumber[line] : 0;
        if (seenOn[entity] === stack) continue;
        seenOn[entity] = stack;
        entities[used] = entity;
        lines[used++] = leafLine[stack];
      } while (--line >= from);
    }
    start[stack + 1] = used;
  }
  return { profile, start, entity: entities.subarray(0, used), line: lines.subarray(0, used), leaf, leafLine };
}

/** Frames of all stacks, those of inlined functions included. */
function countFrames({ stacks, locations: { lineStart } }: Profile): number {
  let frames = 0;
  for (let i = 0; i < stacks.locations.length; i++) {
    const location = stacks.locations[i];
    frames += Math.max(1, lineStart[location + 1] - lineStart[location]);
  }
  return frames;
}
