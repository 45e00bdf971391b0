import { expect, test } from 'vitest';
import { javaPlace } from './java-place.ts';

test.each([
  ['com.example.Run.run (Run.java:12)', { name: 'com.example.Run.run', file: 'Run.java', line: 12 }],
  ['f (int) (Run.java:12)', { name: 'f (int)', file: 'Run.java', line: 12 }],
  ['f (C:Run.java:12)', { name: 'f', file: 'C:Run.java', line: 12 }],
  ['f (Native.java:-1)', { name: 'f', file: 'Native.java', line: 0 }],
  ['f (:12)', { name: 'f', file: ':12', line: 0 }],
  ['read (/lib/libc.so.6)', { name: 'read', file: 'libc.so.6', line: 0 }],
  ['read (/lib/)', { name: 'read', file: 'lib', line: 0 }],
  ['f(no blank before)', { name: 'f(no blank before)', file: '', line: 0 }],
  ['[generated stub/JIT]', { name: 'STUB', file: '', line: 0 }],
  ['GC', { name: 'GC', file: '', line: 0 }],
])('%s', (text, place) => {
  expect(javaPlace(text)).toEqual(place);
});
