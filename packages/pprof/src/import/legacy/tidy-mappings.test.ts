import { expect, test } from 'vitest';
import type { Mapping } from '../../profile.ts';
import { mappingEntry } from './mapping-entry.ts';
import { tidyMappings } from './tidy-mappings.ts';

const flags = { hasFunctions: false, hasFilenames: false, hasLineNumbers: false, hasInlineFrames: false };
const mappingOf = (line: string): Mapping => {
  const { isExecutable: _, ...entry } = mappingEntry(line)!;
  return { ...entry, ...flags };
};
const tidied = (...lines: string[]) =>
  tidyMappings(lines.map(mappingOf)).map(({ start, limit, offset, file, buildId }) =>
    `${start.toString(16)}-${limit.toString(16)}: ${file || '?'} (@${offset.toString(16)}) ${buildId}`.trim(),
  );

test('parts of one mapping are joined', () => {
  expect(tidied('1000-2000: /app', '2000-3000: /app')).toEqual(['1000-3000: /app (@0)']);
  expect(tidied('1000-2000: /app (@100)', '2000-3000: /app (@1100)')).toEqual(['1000-3000: /app (@100)']);
  expect(tidied('1000-2000: /app', '2000-3000: /app (@0) abc')).toEqual(['1000-3000: /app (@0) abc']);
});

test.each([
  ['another file', '1000-2000: /app', '2000-3000: /lib'],
  ['a gap', '1000-2000: /app', '2100-3000: /app'],
  ['an offset that does not follow', '1000-2000: /app (@100)', '2000-3000: /app (@900)'],
  ['another build', '1000-2000: /app (@0) abc', '2000-3000: /app (@0) def'],
])('%s keeps two mappings apart', (_, first, second) => {
  expect(tidied(first, second)).toHaveLength(2);
});

test('the main binary comes first: neither a library nor something of the kernel', () => {
  expect(tidied('1000-2000: [vdso]', '3000-4000: /lib/libc.so.6', '5000-6000: /bin/app')).toEqual([
    '5000-6000: /bin/app (@0)',
    '3000-4000: /lib/libc.so.6 (@0)',
    '1000-2000: [vdso] (@0)',
  ]);
});

test('a part of the main binary that was moved to huge pages is left out', () => {
  expect(tidied('400000-500000: /anon_hugepage', '500000-600000: /bin/app (@100000)')).toEqual(['400000-600000: /bin/app (@0)']);
});

test('a main binary that begins at its usual place has its offset taken back', () => {
  expect(tidied('500000-600000: /bin/app (@100000)')).toEqual(['400000-600000: /bin/app (@0)']);
  expect(tidied('500000-600000: /bin/app (@1000)')).toEqual(['500000-600000: /bin/app (@1000)']);
});
