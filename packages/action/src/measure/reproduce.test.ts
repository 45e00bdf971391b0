import { expect, test } from 'vitest';
import type { ComparedBase } from './compared-base.ts';
import { reproduce } from './reproduce.ts';

const base: ComparedBase = { kind: 'measured', runs: [], revision: { commit: '4be07a2' }, isPaired: true };

test('a comparison of files is repeated with the same patterns', () => {
  const source = { kind: 'files', head: ['head/*.pb.gz'], base: ["it's/*.pb.gz"] } as const;
  expect(reproduce(source, base)).toBe("flamestep diff --base 'it'\\''s/*.pb.gz' --head 'head/*.pb.gz'");
});

test('a recording is repeated with the same command', () => {
  const source = {
    kind: 'command',
    command: ['go', 'test', '-run=^$', '-cpuprofile={profile}'],
    runs: 5,
    setup: [['go', 'mod', 'download']],
  } as const;
  expect(reproduce(source, base)).toBe(
    "flamestep ab --base-ref=4be07a2 --runs=5 '--setup=go mod download' -- go test '-run=^$' -cpuprofile={profile}",
  );
});

test('what was compared with an earlier job is not to be repeated on another machine', () => {
  expect(reproduce({ kind: 'files', head: ['head/*'], base: [] }, { kind: 'missing', reason: 'none' })).toBeUndefined();
});
