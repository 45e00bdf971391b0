import { expect, test } from 'vitest';
import { nodeName } from './node-name.ts';
import type { NodeInfo } from './node-name.ts';

const nothing: NodeInfo = { name: '', address: 0n, file: '', line: 0, column: 0, objectFile: '', startLine: 0 };

test.each<[string, Partial<NodeInfo>]>([
  ['main', { name: 'main' }],
  ['main a.go', { name: 'main', file: 'a.go' }],
  ['main a.go:12', { name: 'main', file: 'a.go', line: 12 }],
  ['main a.go:12:3', { name: 'main', file: 'a.go', line: 12, column: 3 }],
  ['main :12', { name: 'main', line: 12 }],
  ['0000000000001000 main a.go', { name: 'main', address: 0x1000n, file: 'a.go' }],
  ['a.go', { file: 'a.go', objectFile: '/bin/app' }],
  ['ffffffffffffffff [app]', { address: 0xffff_ffff_ffff_ffffn, objectFile: '/bin/app' }],
  ['[app]', { objectFile: '/bin/app' }],
  ['<unknown>', {}],
])('%s', (name, info) => {
  expect(nodeName({ ...nothing, ...info })).toBe(name);
});
