/** Sections of `--help`, in the order in which they are shown. */
export const OPTION_GROUPS = {
  record: 'Recording',
  comparison: 'Comparison',
  verdict: 'Runs and verdict',
  value: 'What is measured',
  sort: 'Order',
  filter: 'Filters (patterns are regular expressions in RE2 syntax, unanchored)',
  tag: 'Tags (the labels of samples)',
  granularity: 'Granularity',
  trim: 'How much is shown',
  source: 'Where to ask',
  maturity: 'What is said of the service',
  file: 'The new file',
  input: 'Input',
  page: 'Page',
  output: 'Output',
} as const;

export type OptionGroup = keyof typeof OPTION_GROUPS;

interface CommonSpec {
  readonly group: OptionGroup;
  /** One line for `--help` and the README. */
  readonly summary: string;
  /** Other spellings, dashes for underscores, without leading dashes. */
  readonly aliases?: readonly string[];
}

/**
 * One option. The kinds:
 * - `flag`: on or off, `--trim`, `--no-trim`, `--trim=false`
 * - `shortcut`: a flag that stands for a value of other options, as pprof's `-lines` for `granularity=lines`
 * - `text`, `integer`, `number`, `percent` (read as a fraction), `size` (bytes, with a unit): one value
 * - `list`: may be given more than once
 * - `choice`: one of `choices`
 */
export type OptionSpec = CommonSpec &
  (
    | { readonly kind: 'flag'; readonly default: boolean }
    | { readonly kind: 'shortcut'; readonly for: string }
    /** `value` stands for the value in `--help`. */
    | { readonly kind: 'list'; readonly value: string }
    | {
        readonly kind: 'text' | 'integer' | 'number' | 'percent' | 'size';
        readonly value: string;
        /** Shown in `--help`, where leaving the option out has an effect worth knowing. */
        readonly shownDefault?: string;
      }
    | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly shownDefault?: string }
  );
