import { describe, expect, test, vi } from 'vitest';
import { askAll } from './oracle/ask-both.ts';
import { summary } from './oracle/compare.ts';
import { CORPUS, corpusFiles, isForeign, isRepetition, reasonToSkip, sizeOf } from './oracle/corpus.ts';
import { askFacts } from './oracle/facts.ts';
import { askFlamestep } from './oracle/flamestep.ts';
import { commandsFor, shortCommandsFor } from './oracle/option-sets.ts';
import { findPprof } from './oracle/pprof.ts';

vi.setConfig({ testTimeout: 300_000 });

const pprof = findPprof();
const reason = reasonToSkip(pprof);

describe.skipIf(reason !== '')(
  `every report of every profile equals that of go tool pprof ${reason && `(skipped: ${reason})`}`,
  () => {
    const files = corpusFiles();
    test.each(files.filter((file) => sizeOf(file) !== 'huge' && !isForeign(file)))('%s', async (file) => {
      const facts = await askFacts(pprof!, CORPUS, file);
      if (facts === undefined) {
        const answer = await askFlamestep(['-top', file], CORPUS);
        expect('error' in answer, 'pprof does not open the file, so flamestep must not either').toBe(true);
        return;
      }
      const commands = sizeOf(file) === 'small' && !isRepetition(file) ? commandsFor(facts) : shortCommandsFor(facts);
      const differences = await askAll(
        pprof!,
        commands.map((command) => [...command, file]),
        CORPUS,
      );
      if (differences.length > 0) expect.fail(summary(differences, commands.length));
    });

    test.each(files.filter((file) => sizeOf(file) === 'huge' && !isForeign(file)))('%s', async (file) => {
      const commands = [['-top'], ['-top', '-cum', '-lines', '-sample_index=0', '-nodecount=50']];
      const differences = await askAll(
        pprof!,
        commands.map((command) => [...command, file]),
        CORPUS,
      );
      if (differences.length > 0) expect.fail(summary(differences, commands.length));
    });
  },
);
