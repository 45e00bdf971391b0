import { CliError } from '../cli-error.ts';
import { OPTIONS } from './option-table.ts';
import type { OptionName, ValueOptionName } from './option-table.ts';

/** The value of an option as it was read, before the type of its kind is given back to it. */
export type ReadValue = boolean | number | string | readonly string[];

/** Where shortcuts disagree about the sample type pprof takes the first of this list. */
const SAMPLE_INDEX_SHORTCUTS = [
  'total-delay',
  'mean-delay',
  'contentions',
  'inuse-space',
  'inuse-objects',
  'alloc-space',
  'alloc-objects',
] as const satisfies readonly OptionName[];

/**
 * Turns shortcuts (by name, with their spelling) into values of the options that they stand for, with pprof's rules for those that
 * disagree: order and granularity must not, of sample types one is taken. Returns what the user should know.
 */
export function resolveShortcuts(
  shortcuts: ReadonlyMap<OptionName, string>,
  values: Map<ValueOptionName, ReadValue>,
): readonly string[] {
  for (const option of ['sort', 'granularity'] as const) {
    const chosen = new Map<string, string>();
    if (values.has(option)) chosen.set(String(values.get(option)), `--${option}=${values.get(option)}`);
    for (const choice of OPTIONS[option].choices) {
      const written = shortcuts.get(choice);
      if (written !== undefined) chosen.set(choice, written);
    }
    if (chosen.size > 1) throw new CliError('usage', `${[...chosen.values()].join(' and ')} exclude each other: keep one`);
    for (const choice of chosen.keys()) values.set(option, choice);
  }

  const notes: string[] = [];
  for (const shortcut of SAMPLE_INDEX_SHORTCUTS) {
    const written = shortcuts.get(shortcut);
    if (written === undefined) continue;
    if (values.has('sample-index')) notes.push(`more than one sample type is asked for; ${written} is ignored`);
    else values.set('sample-index', /^--sample-index=(\S+)/.exec(OPTIONS[shortcut].for)![1]);
    if (shortcut === 'mean-delay') values.set('mean', true);
  }
  return notes;
}
