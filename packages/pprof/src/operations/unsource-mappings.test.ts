import { expect, test } from 'vitest';
import { ProfileBuilder } from '../profile-builder.ts';
import { unsourceMappings } from './unsource-mappings.ts';

function fileAfter(file: string, buildId = ''): string {
  const builder = new ProfileBuilder([]);
  builder.addMapping({ file, buildId });
  return unsourceMappings(builder.build()).mappings[0].file;
}

test.each([
  'http://host/debug/pprof',
  'http://user@host:80/x',
  'file:///a b',
  'memfd:heap',
  'app:1',
  'C:\\app.exe',
  'x:%zz',
  'x:',
])('forgets %j', (file) => {
  expect(fileAfter(file)).toBe('');
});

test.each([
  '/bin/app',
  'app',
  '[vdso]',
  '//anon',
  'anon_inode:[perf]',
  'a b:c',
  '1a:b',
  'é:x',
  'x:\u0001',
  'x:/%zz',
  'x:y#%zz',
  'http://host:port/x',
  'http://host/%zz',
  'http://[::1/x',
  'http://a b/x',
])('keeps %j', (file) => {
  expect(fileAfter(file)).toBe(file);
});

test('keeps the file of a binary with a build id', () => {
  expect(fileAfter('http://host/x', 'abc')).toBe('http://host/x');
});

test('a profile without such files stays as it is', () => {
  const profile = new ProfileBuilder([]).build();
  expect(unsourceMappings(profile)).toBe(profile);
});
