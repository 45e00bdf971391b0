import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { encode } from '@flamestep/pprof';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { anyProfile } from '../../../fixtures/generators/arbitrary-profile.ts';
import { mutate } from '../../../fixtures/generators/mutations.ts';
import { askAll } from './oracle/ask-both.ts';
import { summary } from './oracle/compare.ts';
import { dialectOf } from './oracle/dialect.ts';
import { findPprof } from './oracle/pprof.ts';

vi.setConfig({ testTimeout: 300_000 });

const pprof = findPprof();
const fixtures = new URL('../../../fixtures/', import.meta.url);
const fixture = (name: string): Uint8Array => readFileSync(new URL(name, fixtures));

/** Broken and made-up profiles: pprof reads them if flamestep does, and then finds the same in them. */
describe.skipIf(pprof === undefined)(
  `what go tool pprof makes of strange input ${pprof ? '' : '(skipped: there is no Go)'}`,
  () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'flamestep-oracle-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    async function expectEqual(inputs: readonly Uint8Array[], commands: readonly string[], ending = 'pb'): Promise<void> {
      const questions = inputs.flatMap((input, i) => {
        writeFileSync(join(folder, `${i}.${ending}`), input);
        return commands.map((command) => [command, `${i}.${ending}`]);
      });
      const differences = await askAll(pprof!, questions, folder);
      if (differences.length > 0) expect.fail(summary(differences, questions.length, 'The number of a broken copy is its seed'));
    }

    const edges = readdirSync(new URL('edge/', fixtures)).filter((name) => /\.pb$/.test(name));
    test.each(edges)('30 broken copies of %s', async (name) => {
      const whole = fixture(`edge/${name}`);
      const broken = Array.from({ length: 30 }, (_, seed) => mutate(whole, seed));
      await expectEqual(broken, ['-raw']);
    });

    test.each(readdirSync(new URL('edge/legacy/', fixtures)))('20 broken copies of legacy/%s', async (name) => {
      const whole = fixture(`edge/legacy/${name}`);
      const broken = Array.from({ length: 20 }, (_, seed) => mutate(whole, seed));
      await expectEqual(broken, ['-raw'], name.split('.').at(-1));
    });

    test('200 broken copies of a recorded profile', async () => {
      const whole = gunzipSync(fixture('go/mutex.base.pb.gz'));
      const broken = Array.from({ length: 200 }, (_, seed) => mutate(whole, seed));
      await expectEqual(broken, ['-raw']);
    });

    test('40 made-up profiles, written by encode', async ({ skip }) => {
      const { keepsOne } = await dialectOf(pprof!);
      skip(!keepsOne, 'this pprof merges a profile that stands alone, which drops samples and joins types');
      const profiles = fc.sample(anyProfile, { numRuns: 40, seed: 1 });
      await expectEqual(
        profiles.map((profile) => encode(profile)),
        ['-raw', '-top', '-tree', '-tags', '-comments'],
      );
    });
  },
);
