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

/** The calls from and to the entities in `wanted`, and the other calls of their callers. A call counts each time it is on a stack. */
export function callGraph(side: SideStacks, wanted: readonly number[]): CallGraph {
  const asCallee = new Uint8Array(side.length);
  for (const entity of wanted) asCallee[entity] = 1;
  const asCaller = new Uint8Array(side.length);
  const ends = side.profiles.map((profile, run) => locationEnds(profile, side.entityOf[run], side.length - 1));
  const callers = new Set<number>(wanted);
  eachCall(side, ends, { asCallee, asCaller }, (caller) => callers.add(caller));

  for (const entity of callers) asCaller[entity] = 1;
  const costs = new Map<number, number>();
  eachCall(side, ends, { asCallee, asCaller }, (caller, callee, value) => {
    const call = caller * side.length + callee;
    costs.set(call, (costs.get(call) ?? 0) + value);
  });
  const graph = { callers: new Map<number, Map<number, number>>(), callees: new Map<number, Map<number, number>>() };
  for (const [call, cost] of costs) {
    const [caller, callee] = [Math.floor(call / side.length), call % side.length];
    put(graph.callees, caller, callee, cost);
    put(graph.callers, callee, caller, cost);
  }
  return graph;
}

/** By location, the entities at its ends: the innermost inlined callee, and the function that was really called. */
interface LocationEnds {
  readonly inner: Int32Array;
  readonly outer: Int32Array;
  /** Locations in which one is inlined into another. */
  readonly inlined: readonly number[];
}

function locationEnds({ locations }: Profile, entityOf: Int32Array, unknown: number): LocationEnds {
  const inner = new Int32Array(locations.length).fill(unknown);
  const outer = new Int32Array(locations.length).fill(unknown);
  const inlined: number[] = [];
  for (let location = 0; location < locations.length; location++) {
    const [from, to] = [locations.lineStart[location], locations.lineStart[location + 1]];
    if (from === to) continue;
    inner[location] = entityOf[locations.lineFunction[from]];
    outer[location] = entityOf[locations.lineFunction[to - 1]];
    if (to - from > 1) inlined.push(location);
  }
  return { inner, outer, inlined };
}

/** By entity, 1 for those whose calls are of interest: from others to them, and from them. */
interface Marks {
  readonly asCallee: Uint8Array;
  readonly asCaller: Uint8Array;
}

/** Tells of the calls of interest on every stack with their cost; calls within a location are added up first. Recursion is no call. */
function eachCall(
  { profiles, entityOf, values: columns }: SideStacks,
  ends: readonly LocationEnds[],
  { asCallee, asCaller }: Marks,
  tell: (caller: number, callee: number, value: number) => void,
): void {
  for (let run = 0; run < profiles.length; run++) {
    const { samples, stacks, locations } = profiles[run];
    const { inner, outer, inlined } = ends[run];
    const values = columns[run];
    const costs = new Float64Array(locations.length);
    for (let sample = 0; sample < samples.length; sample++) {
      const value = values[sample];
      if (value === 0) continue;
      const end = stacks.start[samples.stack[sample] + 1];
      let callee = -1;
      for (let frame = stacks.start[samples.stack[sample]]; frame < end; frame++) {
        const location = stacks.locations[frame];
        const caller = inner[location];
        if (callee !== -1 && callee !== caller && (asCallee[callee] | asCaller[caller]) === 1) tell(caller, callee, value);
        callee = outer[location];
        costs[location] += value;
      }
    }
    for (const location of inlined) {
      if (costs[location] === 0) continue;
      for (let line = locations.lineStart[location] + 1; line < locations.lineStart[location + 1]; line++) {
        const [callee, caller] = [line - 1, line].map((each) => entityOf[run][locations.lineFunction[each]]);
        if (callee !== caller && (asCallee[callee] | asCaller[caller]) === 1) tell(caller, callee, costs[location]);
      }
    }
  }
}

function put(table: Map<number, Map<number, number>>, row: number, column: number, value: number): void {
  const entry = table.get(row);
  if (entry) entry.set(column, value);
  else table.set(row, new Map([[column, value]]));
}
