import { expect, test } from 'vitest';
import { versionFreeName } from './version-free-name.ts';

test.each([
  ['example.com/yaml/v3.(*parser).next', 'example.com/yaml.(*parser).next'],
  ['gopkg.in/yaml.v3.Unmarshal', 'gopkg.in/yaml.Unmarshal'],
  ['example.com/api/v1/pods.List', 'example.com/api/pods.List'],
  ['main.(*server).serve-fm', 'main.(*server).serve'],
  ['runtime.memmove.abi0', 'runtime.memmove'],
  ['std::__1::vector<int>::push_back', 'std::vector<int>::push_back'],
  ['main.v2', 'main.v2'],
])('%s is %s', (name, free) => {
  expect(versionFreeName(name)).toBe(free);
});
