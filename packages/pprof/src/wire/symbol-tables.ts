import type { FunctionTable, LocationTable } from '../profile.ts';
import type { IdTable } from './id-table.ts';
import type { RawFunction, RawLine, RawLocation } from './raw-profile.ts';
import type { Repairs } from './repairs.ts';

/** Looks up what locations refer to. A mapping id that points nowhere means "no mapping", as in pprof. */
export function locationTable(
  raw: readonly RawLocation[],
  mappingIds: IdTable,
  functionIds: IdTable,
  repairs: Repairs,
): LocationTable {
  const lineCount = raw.reduce((sum, { lines }) => sum + lines.length, 0);
  const table = {
    length: raw.length,
    mapping: new Int32Array(raw.length),
    address: new BigUint64Array(raw.length),
    isFolded: new Uint8Array(raw.length),
    lineStart: new Uint32Array(raw.length + 1),
    lineFunction: new Int32Array(lineCount),
    lineNumber: new Float64Array(lineCount),
    lineColumn: new Float64Array(lineCount),
  };
  let line = 0;
  raw.forEach((location, index) => {
    table.mapping[index] = mappingOf(location, mappingIds, repairs);
    table.address[index] = location.address;
    table.isFolded[index] = location.isFolded ? 1 : 0;
    for (const source of location.lines) {
      const functionIndex = functionOf(source, location, functionIds, repairs);
      if (functionIndex === -1) continue;
      table.lineFunction[line] = functionIndex;
      table.lineNumber[line] = source.line;
      table.lineColumn[line] = source.column;
      line++;
    }
    table.lineStart[index + 1] = line;
  });
  if (line === lineCount) return table;
  return {
    ...table,
    lineFunction: table.lineFunction.slice(0, line),
    lineNumber: table.lineNumber.slice(0, line),
    lineColumn: table.lineColumn.slice(0, line),
  };
}

export function functionTable(raw: readonly RawFunction[], text: (index: number, referrer: string) => string): FunctionTable {
  return {
    length: raw.length,
    name: raw.map(({ name }) => text(name, 'a function')),
    systemName: raw.map(({ systemName }) => text(systemName, 'a function')),
    filename: raw.map(({ filename }) => text(filename, 'a function')),
    startLine: Float64Array.from(raw, ({ startLine }) => startLine),
  };
}

function mappingOf({ id, mapping }: RawLocation, mappingIds: IdTable, repairs: Repairs): number {
  const index = mappingIds.indexOf(mapping);
  if (index === -1 && mapping !== 0) {
    const message = `location ${id} refers to mapping ${mapping}, which does not exist`;
    repairs.note('mapping of a location', 'dangling-reference', message, 'taken as none');
  }
  return index;
}

/** Index of the line's function, or -1 where lenient decoding drops the line. */
function functionOf(line: RawLine, location: RawLocation, functionIds: IdTable, repairs: Repairs): number {
  const index = functionIds.indexOf(line.function);
  if (index === -1) {
    const message = `location ${location.id} refers to function ${line.function}, which does not exist`;
    repairs.fault('function of a line', 'dangling-reference', message, 'the line is dropped');
  }
  return index;
}
