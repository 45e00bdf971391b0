import type { Profile } from '@flamestep/pprof';

/** Who calls whom on one side, between entities, as far as it was asked for. */
export interface CallGraph {
  /** Entity -> its callers, with the cost that came that way. */
  readonly callers: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Entity -> what it calls, with the cost that went that way. */
  readonly callees: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** The runs of one side, seen through entities. */
export interface SideStacks {
  readonly profiles: readonly Profile[];
  /** For each profile: function index -> entity. */
  readonly entityOf: readonly Int32Array[];
  /** For each profile: the sample type's column of values. */
  readonly values: readonly Float64Array[];
  /** Number of entities; the last stands for frames without a function. */
  readonly length: number;
}

/** The calls from and to the entities in `wanted`, and the other calls of their callers. */
export function callGraph(side: SideStacks, wanted: Iterable<number>): CallGraph {
  const asCallee = new Uint8Array(side.length);
  for (const entity of wanted) asCallee[entity] = 1;
  const asCaller = Uint8Array.from(asCallee);
  for (const [caller] of collectCalls(side, asCallee, new Uint8Array(side.length)).byCaller) asCaller[caller] = 1;
  const { byCaller, byCallee } = collectCalls(side, asCallee, asCaller);
  return { callers: byCallee, callees: byCaller };
}

interface Calls {
  readonly byCaller: Map<number, Map<number, number>>;
  readonly byCallee: Map<number, Map<number, number>>;
}

/** Walks every stack from its leaf and adds up the calls of which one end is marked. */
function collectCalls(side: SideStacks, asCallee: Uint8Array, asCaller: Uint8Array): Calls {
  const calls: Calls = { byCaller: new Map(), byCallee: new Map() };
  side.profiles.forEach(({ samples, stacks, locations }, run) => {
    const entityOf = side.entityOf[run];
    const values = side.values[run];
    for (let sample = 0; sample < samples.length; sample++) {
      const value = values[sample];
      if (value === 0) continue;
      const stack = samples.stack[sample];
      let callee = -1;
      for (let frame = stacks.start[stack]; frame < stacks.start[stack + 1]; frame++) {
        const location = stacks.locations[frame];
        const end = locations.lineStart[location + 1];
        let line = locations.lineStart[location];
        // A location without lines is one frame, of the unknown function.
        do {
          const caller = line < end ? entityOf[locations.lineFunction[line]] : side.length - 1;
          if (callee !== -1 && caller !== callee && (asCallee[callee] === 1 || asCaller[caller] === 1)) {
            add(calls.byCaller, caller, callee, value);
            add(calls.byCallee, callee, caller, value);
          }
          callee = caller;
        } while (++line < end);
      }
    }
  });
  return calls;
}

function add(table: Map<number, Map<number, number>>, row: number, column: number, value: number): void {
  let entry = table.get(row);
  if (!entry) table.set(row, (entry = new Map()));
  entry.set(column, (entry.get(column) ?? 0) + value);
}
