import type { FunctionTable, LocationTable, Mapping, Profile } from '../../profile.ts';
import { SequenceTable } from './sequence-table.ts';

const PAGE = 0x1000n;

/** Merges the mappings, functions and locations of profiles, one profile after the other, each entry when it is first needed. */
export class SymbolMerger {
  readonly mappings: Mapping[] = [];
  readonly #mappingKeys = new Map<string, number>();
  readonly #functionKeys = new Map<string, number>();
  readonly #locationKeys = new SequenceTable(0, 0);
  readonly #functions = { name: [] as string[], systemName: [] as string[], filename: [] as string[], startLine: [] as number[] };
  readonly #locations = { mapping: [] as number[], address: [] as bigint[], isFolded: [] as number[] };
  readonly #lines = { start: [0], function: [] as number[], number: [] as number[], column: [] as number[] };

  /** Begins with the next profile. */
  from(source: Profile): SourceSymbols {
    return new SourceSymbols(this, source);
  }

  mapping(mapping: Mapping): number {
    const key = mappingKey(mapping);
    let index = this.#mappingKeys.get(key);
    if (index === undefined) {
      this.#mappingKeys.set(key, (index = this.mappings.length));
      this.mappings.push(mapping);
    }
    return index;
  }

  function(table: FunctionTable, source: number): number {
    const name = table.name[source];
    const systemName = table.systemName[source];
    const filename = table.filename[source];
    const startLine = table.startLine[source];
    const key = `${startLine}:${name.length}:${systemName.length}:${name}${systemName}${filename}`;
    let index = this.#functionKeys.get(key);
    if (index === undefined) {
      this.#functionKeys.set(key, (index = this.#functions.name.length));
      this.#functions.name.push(name);
      this.#functions.systemName.push(systemName);
      this.#functions.filename.push(filename);
      this.#functions.startLine.push(startLine);
    }
    return index;
  }

  location(
    table: LocationTable,
    source: number,
    mapping: number,
    offset: bigint,
    address: bigint,
    functions: readonly number[],
  ): number {
    const firstLine = table.lineStart[source];
    const lastLine = table.lineStart[source + 1] - 1;
    const key = [mapping, table.isFolded[source], ...wordsOf(address)];
    for (let line = firstLine; line <= lastLine; line++) {
      key.push(functions[line - firstLine], table.lineNumber[line] | 0, highWord(table.lineNumber[line]));
    }
    // Of the columns only that of the last line counts: in pprof's key each line's column is overwritten by the function of the
    // next line. Inlined lines that differ in their column alone are one location, with the columns seen first.
    if (lastLine >= firstLine) key.push(table.lineColumn[lastLine] | 0, highWord(table.lineColumn[lastLine]));

    const index = this.#locationKeys.internItems(key);
    if (index === this.#locations.mapping.length) {
      this.#locations.mapping.push(mapping);
      this.#locations.address.push(table.address[source] + offset);
      this.#locations.isFolded.push(table.isFolded[source]);
      for (let line = firstLine; line <= lastLine; line++) {
        this.#lines.function.push(functions[line - firstLine]);
        this.#lines.number.push(table.lineNumber[line]);
        this.#lines.column.push(table.lineColumn[line]);
      }
      this.#lines.start.push(this.#lines.function.length);
    }
    return index;
  }

  functionTable(): FunctionTable {
    const { name, systemName, filename, startLine } = this.#functions;
    return { length: name.length, name, systemName, filename, startLine: Float64Array.from(startLine) };
  }

  locationTable(): LocationTable {
    const { mapping, address, isFolded } = this.#locations;
    return {
      length: mapping.length,
      mapping: Int32Array.from(mapping),
      address: BigUint64Array.from(address),
      isFolded: Uint8Array.from(isFolded),
      lineStart: Uint32Array.from(this.#lines.start),
      lineFunction: Int32Array.from(this.#lines.function),
      lineNumber: Float64Array.from(this.#lines.number),
      lineColumn: Float64Array.from(this.#lines.column),
    };
  }
}

/** Where the entries of one profile are in the merged tables; -1 as long as they are not. */
export class SourceSymbols {
  readonly locations: Int32Array;
  readonly #mappings: Int32Array;
  readonly #functions: Int32Array;
  readonly #target: SymbolMerger;
  readonly #source: Profile;

  constructor(target: SymbolMerger, source: Profile) {
    this.#target = target;
    this.#source = source;
    this.locations = new Int32Array(source.locations.length).fill(-1);
    this.#mappings = new Int32Array(source.mappings.length).fill(-1);
    this.#functions = new Int32Array(source.functions.length).fill(-1);
    // The first mapping is the main binary and stays the first, whether a sample refers to it or not.
    if (target.mappings.length === 0 && source.mappings.length > 0) this.#mapping(0);
  }

  /** Merges the locations of a stack that are not merged yet, from the leaf to the root. */
  mergeStack(stack: number): void {
    const { start, locations } = this.#source.stacks;
    for (let i = start[stack]; i < start[stack + 1]; i++) this.mergeLocation(locations[i]);
  }

  /** Merges a location unless that is done. */
  mergeLocation(index: number): void {
    if (this.locations[index] === -1) this.locations[index] = this.#location(index);
  }

  #location(index: number): number {
    const { locations } = this.#source;
    const sourceMapping = locations.mapping[index];
    const mapping = sourceMapping === -1 ? -1 : this.#mapping(sourceMapping);
    const start = sourceMapping === -1 ? 0n : this.#source.mappings[sourceMapping].start;
    const mergedStart = mapping === -1 ? 0n : this.#target.mappings[mapping].start;
    const functions: number[] = [];
    for (let line = locations.lineStart[index]; line < locations.lineStart[index + 1]; line++) {
      functions.push(this.#function(locations.lineFunction[line]));
    }
    // Binaries are loaded at another address each time, so that places in them are told apart by their distance from its start.
    return this.#target.location(locations, index, mapping, mergedStart - start, locations.address[index] - start, functions);
  }

  #mapping(index: number): number {
    if (this.#mappings[index] === -1) this.#mappings[index] = this.#target.mapping(this.#source.mappings[index]);
    return this.#mappings[index];
  }

  #function(index: number): number {
    if (this.#functions[index] === -1) this.#functions[index] = this.#target.function(this.#source.functions, index);
    return this.#functions[index];
  }
}

/** The same binary has the same size in whole pages, offset and build id (else file), wherever it is loaded. */
function mappingKey({ start, limit, offset, buildId, file }: Mapping): string {
  const size = BigInt.asUintN(64, limit - start + PAGE - 1n);
  return `${size - (size % PAGE)}:${offset}:${buildId || file}`;
}

/** Of a safe integer, the 32 bits above the lowest 32. */
function highWord(value: number): number {
  return Math.floor(value / 0x1_0000_0000) | 0;
}

function wordsOf(value: bigint): [number, number] {
  return [Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n))];
}
