import { agreeOnOperations, benchOutputPath, countOperations, parseBenchOutput } from '@flamestep/record';
import type { AgreedOperations } from '@flamestep/record';
import type { ComparedSources } from './compared-sources.ts';
import type { Io } from './io.ts';

/** Looks for bench output beside the profiles, `1.txt` beside `1.pb.gz`, and counts the operations that each run did. */
export function readOperations({ base, head }: ComparedSources, io: Io): AgreedOperations {
  const counted = (source: string) => ({ source, operations: operationsOf(source, io) });
  return agreeOnOperations(base.map(counted), head.map(counted));
}

function operationsOf(source: string, io: Io): number | undefined {
  const path = benchOutputPath(source);
  if (path === source || io.kindOf(path) !== 'file') return undefined;
  try {
    return countOperations(parseBenchOutput(new TextDecoder().decode(io.readFile(path))));
  } catch {
    return undefined; // not ours to read
  }
}
