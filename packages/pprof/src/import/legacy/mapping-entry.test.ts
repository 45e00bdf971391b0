import { expect, test } from 'vitest';
import { mappingEntry } from './mapping-entry.ts';

const shown = (line: string) => {
  const entry = mappingEntry(line);
  if (!entry) return undefined;
  const { start, limit, offset, file, buildId, isExecutable } = entry;
  const numbers = [start, limit, offset].map((number) => number.toString(16)).join(' ');
  return `${numbers} [${file}] [${buildId}]${isExecutable ? '' : ' not executable'}`;
};

test.each([
  // /proc/self/maps
  ['00400000-004fc000 r-xp 00001000 08:01 1234   /bin/app', '400000 4fc000 1000 [/bin/app] []'],
  ['00400000-004fc000 r-xp 00000000 00:00 0 ', '400000 4fc000 0 [] []'],
  ['00400000-004fc000 rw-p 00000000 00:00 0 [heap]', '400000 4fc000 0 [[heap]] [] not executable'],
  ['7f00-7f80 r-xp 10 fd:01 5 /lib/a b.so', '7f00 7f80 10 [/lib/a] []'],
  // The short form
  ['  400000-4fc000: /bin/app', '400000 4fc000 0 [/bin/app] []'],
  ['0x400000-0x4fc000 /bin/app (@1000) abc123', '400000 4fc000 1000 [/bin/app] [abc123]'],
  ['400000 4fc000 r-xp /bin/app', '400000 4fc000 0 [/bin/app] []'],
  ['400000-4fc000', '400000 4fc000 0 [] []'],
  ['ffffffffff600000-ffffffffff601000: [vsyscall]', 'ffffffffff600000 ffffffffff601000 0 [[vsyscall]] []'],
  // What pprof reads although nobody means it
  ['dead beef', 'dead beef 0 [] []'],
  ['add one', 'ad d 0 [one] []'],
  ['1230x456 app', '123 456 0 [app] []'],
  ['400000 - 500000', '40000 0 0 [500000] [] not executable'],
])('%s', (line, entry) => {
  expect(shown(line)).toBe(entry);
});

test.each(['', 'build=/path', 'x', 'f', '0xzz-0x10', '1ffffffffffffffff-2ffffffffffffffff: app'])('%j is no mapping', (line) => {
  expect(mappingEntry(line)).toBeUndefined();
});

test('a million digits are read in one pass', () => {
  expect(mappingEntry('a'.repeat(1_000_000))).toBeUndefined();
  expect(mappingEntry(`1-2${' '.repeat(1_000_000)}`)).toBeDefined();
});
