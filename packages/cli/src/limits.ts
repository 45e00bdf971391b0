import type { Limits } from '@flamestep/pprof';
import type { OptionValues } from './arguments/option-table.ts';

/** The bounds on input that the command line sets. */
export function limitsOf(options: OptionValues): Partial<Limits> {
  const inflatedBytes = options['max-size'];
  const samples = options['max-samples'];
  return { ...(inflatedBytes === undefined ? {} : { inflatedBytes }), ...(samples === undefined ? {} : { samples }) };
}
