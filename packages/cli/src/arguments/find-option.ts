import type { OptionSpec } from './option-spec.ts';
import { OPTIONS, type OptionName } from './option-table.ts';

/** An option of the table, found under one of its spellings. */
export interface FoundOption {
  readonly name: OptionName;
  readonly spec: OptionSpec;
}

/** The name in an option as it was written: without dashes in front, with dashes for underscores. */
export function bareName(written: string): string {
  return written.replace(/^--?/, '').replaceAll('_', '-');
}

/** Looks up a bare name, aliases included. */
export function findOption(name: string): FoundOption | undefined {
  // The keys of OPTIONS are the option names.
  if (Object.hasOwn(OPTIONS, name)) return { name: name as OptionName, spec: OPTIONS[name as OptionName] };
  for (const [candidate, spec] of Object.entries(OPTIONS) as [OptionName, OptionSpec][]) {
    if (spec.aliases?.includes(name)) return { name: candidate, spec };
  }
  return undefined;
}
