import type { Profile } from '@flamestep/pprof';
import { pairFunctions } from './pair-functions.ts';
import { sideFunctions } from './side-functions.ts';
import type { SideFunction } from './side-functions.ts';

/**
 * The functions of both sides, each once: an entity is a function of the base, of the head, or of both. Entities are numbered from 0
 * by name, file and line, whatever the order of the runs.
 */
export interface FunctionMatching {
  /** Number of entities; the last is {@link unknown}. */
  readonly length: number;
  /** As the head shows it; as the base shows it where it is only there. */
  readonly name: readonly string[];
  readonly file: readonly string[];
  /** Line where it begins, 0 when unknown. */
  readonly startLine: Float64Array;
  /** What each side calls it; undefined where the side does not have it. */
  readonly base: readonly (SideFunction | undefined)[];
  readonly head: readonly (SideFunction | undefined)[];
  /** For each profile, in the order given: function index -> entity. */
  readonly entityOf: readonly Int32Array[];
  /** The entity of frames without a function, `<unknown>`. */
  readonly unknown: number;
}

/** What stands for frames of which no function is known. */
const UNKNOWN: SideFunction = {
  name: '<unknown>',
  file: '',
  startLine: 0,
  canonicalName: '<unknown>',
  canonicalFile: '',
  family: '<unknown>',
};

/**
 * Finds out which function of the head is which of the base. `profiles` are the base's runs followed by the head's, of which the first
 * is `profiles[headFrom]`. See `pairFunctions` for the order in which names, files and contents decide. Functions
 * of one side are one entity only where their names differ by what a compiler or runtime invents (`canonicalName`).
 */
export function matchFunctions(profiles: readonly Profile[], headFrom: number): FunctionMatching {
  const [base, head] = [profiles.slice(0, headFrom), profiles.slice(headFrom)].map((runs) => ({
    profiles: runs,
    functions: sideFunctions(runs),
  }));
  const partner = pairFunctions(base, head);
  const baseOf = new Int32Array(head.functions.functions.length).fill(-1);
  for (let i = 0; i < partner.length; i++) if (partner[i] !== -1) baseOf[partner[i]] = i;

  const entities: { base: number; head: number; shown: SideFunction }[] = [];
  head.functions.functions.forEach((shown, i) => entities.push({ base: baseOf[i], head: i, shown }));
  base.functions.functions.forEach((shown, i) => {
    if (partner[i] === -1) entities.push({ base: i, head: -1, shown });
  });
  entities.sort((a, b) => compareShown(a.shown, b.shown) || a.head - b.head || a.base - b.base);

  const entityOfBase = new Int32Array(base.functions.functions.length);
  const entityOfHead = new Int32Array(head.functions.functions.length);
  entities.forEach((entity, number) => {
    if (entity.base !== -1) entityOfBase[entity.base] = number;
    if (entity.head !== -1) entityOfHead[entity.head] = number;
  });
  const shown = [...entities.map((entity) => entity.shown), UNKNOWN];
  return {
    length: shown.length,
    name: shown.map(({ name }) => name),
    file: shown.map(({ file }) => file),
    startLine: Float64Array.from(shown, ({ startLine }) => startLine),
    base: [...entities.map((entity) => base.functions.functions[entity.base]), UNKNOWN],
    head: [...entities.map((entity) => head.functions.functions[entity.head]), UNKNOWN],
    entityOf: [
      ...base.functions.indexOf.map((indexOf) => indexOf.map((i) => entityOfBase[i])),
      ...head.functions.indexOf.map((indexOf) => indexOf.map((i) => entityOfHead[i])),
    ],
    unknown: shown.length - 1,
  };
}

function compareShown(a: SideFunction, b: SideFunction): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.startLine - b.startLine;
}
