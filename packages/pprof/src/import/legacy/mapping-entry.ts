/** A line of a memory map. */
export interface MappingEntry {
  readonly start: bigint;
  readonly limit: bigint;
  readonly offset: bigint;
  readonly file: string;
  readonly buildId: string;
  /** False where the line gives permissions without `x`. */
  readonly isExecutable: boolean;
}

const LAST_ADDRESS = 0xffff_ffff_ffff_ffffn;

/** After the range in /proc/self/maps: permissions, offset, device, inode, file. */
const PROC_FIELDS =
  /:?(?:[\t\n\f\r ]+([-rwxp]+))?(?:[\t\n\f\r ]+([0-9A-Fa-f]+))?[\t\n\f\r ]+[0-9A-Fa-f]+:[0-9A-Fa-f]+[\t\n\f\r ]+[0-9]+(?:[\t\n\f\r ]+([^\t\n\f\r ]+))?/y;
/** After the range in the short form: permissions, file, `(@offset)`, build id; all optional. */
const BRIEF_FIELDS =
  /:?(?:[\t\n\f\r ]+([-rwxp]+))?(?:[\t\n\f\r ]+([^\t\n\f\r ]+))?(?:[\t\n\f\r ]+\(@([0-9A-Fa-f]+)\))?(?:[\t\n\f\r ]+([0-9A-Fa-f]+))?/y;

const HEX_DIGITS = /[0-9A-Fa-f]+/y;
const SPACES = /[\t\n\f\r ]*/y;

/**
 * Reads a line of /proc/self/maps, or of the short form `400000-4fc000: /path/to/binary (@1000) buildid`; undefined where it is
 * neither. Accepts what pprof accepts, which is nearly anything that begins with hexadecimal digits.
 */
export function mappingEntry(line: string): MappingEntry | undefined {
  const ranges = addressRanges(line);
  for (const range of ranges) {
    const fields = matchAt(PROC_FIELDS, line, range.end);
    if (fields) return entry(range, fields[1], fields[2], fields[3], undefined);
  }
  if (ranges.length === 0) return undefined;
  const fields = matchAt(BRIEF_FIELDS, line, ranges[0].end);
  return fields ? entry(ranges[0], fields[1], fields[3], fields[2], fields[4]) : undefined;
}

interface AddressRange {
  readonly start: string;
  readonly limit: string;
  /** Where the text after the range begins. */
  readonly end: number;
}

/**
 * The ways to read two hexadecimal numbers at the start of a line, the preferred one first: with a `-` or spaces between, or one
 * run of digits of which the last one (or what follows `0x`) is the second number.
 */
function addressRanges(line: string): AddressRange[] {
  const ranges: AddressRange[] = [];
  const begin = skipPrefix(line, skipSpaces(line, 0));
  const first = hexAt(line, begin);
  if (first === '') return ranges;
  const after = begin + first.length;
  const separator = /[\t\n\f\r -]/.test(line.charAt(after)) ? 1 : 0;
  const second = skipPrefix(line, skipSpaces(line, after + separator));
  const limit = hexAt(line, second);
  if (limit !== '') ranges.push({ start: first, limit, end: second + limit.length });
  if (first.length > 1) {
    const split = after - 1;
    const digits = skipPrefix(line, split);
    const tail = hexAt(line, digits);
    ranges.push({ start: first.slice(0, -1), limit: tail, end: digits + tail.length });
  }
  return ranges;
}

function entry(
  range: AddressRange,
  permissions: string | undefined,
  offset: string | undefined,
  file = '',
  buildId = '',
): MappingEntry | undefined {
  const numbers = [range.start, range.limit, offset ?? '0'].map((digits) => BigInt(`0x${digits}`));
  if (numbers.some((number) => number > LAST_ADDRESS)) return undefined;
  const [start, limit, offsetInFile] = numbers;
  const isExecutable = permissions === undefined || permissions.includes('x');
  return { start, limit, offset: offsetInFile, file, buildId, isExecutable };
}

function skipSpaces(line: string, at: number): number {
  return at + (matchAt(SPACES, line, at)?.[0].length ?? 0);
}

/** Behind `0x`, where digits follow it. */
function skipPrefix(line: string, at: number): number {
  return line.startsWith('0x', at) && hexAt(line, at + 2) !== '' ? at + 2 : at;
}

function hexAt(line: string, at: number): string {
  return matchAt(HEX_DIGITS, line, at)?.[0] ?? '';
}

/** Matches a sticky expression at a position. */
function matchAt(expression: RegExp, line: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(line);
}
