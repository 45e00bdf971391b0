import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { trimPaths } from './trim-paths.ts';
import type { TrimPathsOptions } from './trim-paths.ts';

test.each<[string, TrimPathsOptions, string]>([
  ['/src/project/a.c', {}, '/src/project/a.c'],
  ['/src/project/a.c', { trimPath: '/src' }, 'project/a.c'],
  ['/src/project/a.c', { trimPath: '/src/project/' }, 'a.c'],
  ['/src/project/a.c', { trimPath: '/sr' }, '/src/project/a.c'],
  ['/src/project/a.c', { trimPath: '/other:/src' }, 'project/a.c'],
  ['/src/project/a.c', { trimPath: '/src:/src/project' }, 'project/a.c'],
  ['/src/project/a.c', { trimPath: '/src::' }, 'project/a.c'],
  ['/lib/a.c', { trimPath: '/src::' }, 'lib/a.c'],
  ['/build/project/lib/a.c', { sourcePath: '/home/me/project' }, 'lib/a.c'],
  ['/build/project/lib/a.c', { sourcePath: '/home/me/project/' }, 'lib/a.c'],
  ['/build/project/lib/a.c', { sourcePath: '/home/me/lib:/home/me/project' }, 'a.c'],
  ['/build/project/project/a.c', { sourcePath: '/home/me/project' }, 'project/a.c'],
  ['/build/projects/a.c', { sourcePath: '/home/me/project' }, '/build/projects/a.c'],
  ['/build/project/a.c', { sourcePath: '/home/me/project', trimPath: '/x' }, '/build/project/a.c'],
  ['/proc/self/cwd/a.c', {}, 'a.c'],
  ['/proc/self/cwd/./a.c', {}, 'a.c'],
  ['/proc/self/cwd/a.c', { trimPath: '/proc' }, 'self/cwd/a.c'],
  ['', { trimPath: '/src' }, ''],
])('%j with %o is %j', (path, options, expected) => {
  expect(trimPaths(profileOf(`main@${path} 1`), options).functions.filename).toEqual([expected]);
});
