import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '@flamestep/pprof';
import { describe, expect, test } from 'vitest';
import { compare } from '../src/compare.ts';

const corpus = process.env['FLAMESTEP_CORPUS'];

/** `cpu: literalStore slower` of all sample types. */
function findings(set: string, base: string, head: string, runs: readonly number[]): string[] {
  const read = (side: string) => runs.map((run) => decode(readFileSync(join(corpus!, 'own/noise', set, side, `${run}.pb.gz`))));
  return compare({ base: read(base), head: read(head) }).profiles.flatMap(({ sampleType, findings }) =>
    findings.map(({ name, verdict }) => `${sampleType.type}: ${name.split('.').at(-1)} ${verdict}`),
  );
}

const FIVE = [1, 2, 3, 4, 5];
const TEN = [...FIVE, 6, 7, 8, 9, 10];

describe.skipIf(!corpus)('benchmarks of which the truth is known', () => {
  test.each([
    ['json-unmarshal', 'base', 'base2', TEN, []],
    ['json-unmarshal', 'base', 'base2', FIVE, []],
    ['json-unmarshal', 'base', 'slow-literal', TEN, ['cpu: literalStore slower']],
    ['json-unmarshal', 'base', 'slow-literal', FIVE, ['cpu: literalStore slower']],
    ['json-unmarshal', 'slow-literal', 'base', TEN, ['cpu: literalStore faster']],
    ['json-unmarshal', 'base', 'slow-string', TEN, ['cpu: unquoteBytes slower']],
    ['json-unmarshal', 'base2', 'slow-string', FIVE, ['cpu: unquoteBytes slower']],
    ['template-allocs', 'base', 'alloc', FIVE, ['alloc_objects: htmlEscaper slower', 'alloc_space: htmlEscaper slower']],
    ['template-allocs', 'alloc', 'base', FIVE, ['alloc_objects: htmlEscaper faster', 'alloc_space: htmlEscaper faster']],
  ])('%s: %s against %s', (set, base, head, runs, found) => {
    expect(findings(set, base, head, runs)).toEqual(found);
  });
});
