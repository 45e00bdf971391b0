/** A unit of measurement, its spellings and its size in the base unit of its family. */
export interface Unit {
  /** How the unit is printed. */
  readonly name: string;
  /** Spellings it is known by, in lower case and without a plural s. */
  readonly aliases: readonly string[];
  readonly factor: number;
}

/** Units that can be converted into each other, finest first. */
export interface UnitFamily {
  readonly units: readonly Unit[];
  /** What a value is given in when the wanted unit is not of this family. */
  readonly fallback: Unit;
}

function unit(name: string, aliases: readonly string[], factor: number): Unit {
  return { name, aliases, factor };
}

/** The families that pprof knows: memory (powers of 1024), time, and Google compute units. */
export const UNIT_FAMILIES: readonly UnitFamily[] = [
  {
    units: [
      unit('B', ['b', 'byte'], 1),
      unit('kB', ['kb', 'kbyte', 'kilobyte'], 2 ** 10),
      unit('MB', ['mb', 'mbyte', 'megabyte'], 2 ** 20),
      unit('GB', ['gb', 'gbyte', 'gigabyte'], 2 ** 30),
      unit('TB', ['tb', 'tbyte', 'terabyte'], 2 ** 40),
      unit('PB', ['pb', 'pbyte', 'petabyte'], 2 ** 50),
    ],
    fallback: unit('B', [], 1),
  },
  {
    units: [
      unit('ns', ['ns', 'nanosecond'], 1),
      unit('us', ['μs', 'us', 'microsecond'], 1e3),
      unit('ms', ['ms', 'millisecond'], 1e6),
      unit('s', ['s', 'sec', 'second'], 1e9),
      unit('hrs', ['hour', 'hr'], 3600e9),
    ],
    fallback: unit('s', [], 1e9),
  },
  {
    units: [
      unit('n*GCU', ['nanogcu'], 1e-9),
      unit('u*GCU', ['microgcu'], 1e-6),
      unit('m*GCU', ['milligcu'], 1e-3),
      unit('GCU', ['gcu'], 1),
      unit('k*GCU', ['kilogcu'], 1e3),
      unit('M*GCU', ['megagcu'], 1e6),
      unit('G*GCU', ['gigagcu'], 1e9),
      unit('T*GCU', ['teragcu'], 1e12),
      unit('P*GCU', ['petagcu'], 1e15),
    ],
    fallback: unit('GCU', [], 1),
  },
];

const NOT_ASCII = /[^\x00-\x7f]/;

/** Finds a unit of the family by any of its spellings, in any case, singular or plural. */
export function findUnit(family: UnitFamily, text: string): Unit | undefined {
  let alias = text.toLowerCase();
  // "s", "ns" and the like keep their s. pprof counts bytes, so that it takes the s off "μs" (three bytes) and then does not know
  // the unit; so do we.
  if (alias.endsWith('s') && (alias.length > 2 || NOT_ASCII.test(alias))) alias = alias.slice(0, -1);
  return family.units.find((candidate) => candidate.aliases.includes(alias));
}
