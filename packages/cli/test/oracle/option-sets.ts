import type { Facts } from './facts.ts';

/** Arguments of pprof, without the files: `['-top', '-cum']`. */
export type Command = readonly string[];

const GRANULARITY: readonly Command[] = [
  ['-functions'],
  ['-filefunctions'],
  ['-files'],
  ['-lines'],
  ['-addresses'],
  ['-noinlines'],
  ['-lines', '-noinlines'],
  ['-addresses', '-noinlines'],
  ['-files', '-noinlines'],
  ['-lines', '-showcolumns'],
];

const TRIMMING: readonly Command[] = [
  ['-nodecount=5'],
  ['-nodecount=3', '-cum'],
  ['-nodefraction=0.05'],
  ['-nodefraction=0', '-edgefraction=0'],
  ['-edgefraction=0.2'],
  ['-nodecount=12', '-nodefraction=0.02', '-edgefraction=0.05'],
  ['-trim=false'],
  ['-drop_negative'],
];

const VALUES: readonly Command[] = [
  ['-mean'],
  ['-unit=ms'],
  ['-unit=auto'],
  ['-unit=kb'],
  ['-unit=hours'],
  ['-unit=nonsense'],
  ['-divide_by=3'],
  ['-divide_by=0.5', '-unit=auto'],
  ['-compact_labels'],
  ['-relative_percentages'],
];

const SORTING: readonly Command[] = [['-cum'], ['-cum', '-lines'], ['-flat', '-filefunctions']];

const PATHS: readonly Command[] = [
  ['-lines', '-trim_path=/home/me:/usr'],
  ['-files', '-source_path=/somewhere/src'],
  ['-files', '-trim_path=flamestep.io/fixtures'],
];

/** Older names for sample types, and options that do nothing to a table. */
const SHORTCUTS: readonly Command[] = [
  ['-inuse_space'],
  ['-inuse_objects'],
  ['-alloc_space'],
  ['-alloc_objects'],
  ['-contentions'],
  ['-total_delay'],
  ['-mean_delay'],
  ['-alloc_space', '-sample_index=0'],
  ['-call_tree'],
];

/** What pprof refuses, so flamestep has to refuse it too. */
const MISTAKES: readonly Command[] = [
  ['-sample_index=no_such_type'],
  ['-sample_index=99'],
  ['-divide_by=0'],
  ['-focus=('],
  ['-tagfocus=('],
  ['-lines', '-files'],
  ['-cum', '-flat'],
  ['-normalize'],
];

/** Every option that changes what a graph shows, in combinations that people use, for a profile with these facts. */
export function graphOptions(facts: Facts): readonly Command[] {
  return [
    [],
    ...GRANULARITY,
    ...SORTING,
    ...TRIMMING,
    ...VALUES,
    ...PATHS,
    ...sampleIndexOptions(facts),
    ...frameFilters(facts),
    ...tagFilters(facts),
    ...tagFrames(facts),
  ];
}

/** All commands for one profile: every report with every option that concerns it. */
export function commandsFor(facts: Facts): Command[] {
  const graph = graphOptions(facts);
  const filters = [...frameFilters(facts), ...tagFilters(facts), ...tagFrames(facts)];
  const withReport = (report: string, options: readonly Command[]) => options.map((option) => [report, ...option]);
  return [
    ...withReport('-top', [...graph, ...SHORTCUTS, ...MISTAKES]),
    ...withReport('-tree', graph),
    ...withReport('-traces', [[], ...GRANULARITY, ...VALUES, ...sampleIndexOptions(facts), ...filters]),
    ...withReport('-tags', [[], ['-cum'], ['-unit=auto'], ...VALUES, ...sampleIndexOptions(facts), ...filters]),
    ...withReport('-raw', [[], ['-lines'], ['-noinlines'], ...filters]),
    ...withReport('-comments', [[], ['-add_comment=measured by hand']]),
    ...peekPatterns(facts).flatMap((pattern) =>
      withReport(`-peek=${pattern}`, [[], ['-cum'], ['-lines'], ['-noinlines'], ['-nodecount=2'], ['-unit=auto']]),
    ),
    [`-peek=${patternsOf(facts.files)[0]}`, '-files'],
    ['-peek=nothing at all matches this'],
    ['-peek=('],
  ];
}

/** The commands that every profile gets, however large. */
export function shortCommandsFor(facts: Facts): Command[] {
  const [name] = patternsOf(facts.names);
  return [
    ['-top'],
    ['-top', '-cum', '-lines', '-nodecount=30'],
    ['-top', '-files', `-focus=${name}`],
    ['-top', '-addresses', '-noinlines', '-sample_index=0'],
    ['-tree', `-show_from=${name}`],
    ['-tree', '-filefunctions', `-hide=${name}`],
    ['-tags'],
    ['-raw'],
    ['-comments'],
    ['-traces', '-lines'],
    [`-peek=${name}`],
  ];
}

/** Commands for a profile and its base, without `-base` or `-diff_base`. */
export function comparisonCommandsFor(facts: Facts): Command[] {
  const [name, other] = patternsOf(facts.names);
  return [
    ['-top'],
    ['-top', '-normalize'],
    ['-top', '-cum', '-nodecount=10'],
    ['-top', '-lines'],
    ['-top', '-addresses'],
    ['-top', '-files', '-noinlines'],
    ['-top', '-drop_negative'],
    ['-top', '-mean'],
    ['-top', '-unit=auto', '-nodefraction=0.1'],
    ['-top', `-focus=${name}`],
    ['-top', `-ignore=${other}`, '-relative_percentages'],
    ['-top', '-normalize', '-cum', '-sample_index=0'],
    ...sampleIndexOptions(facts).map((option) => ['-top', ...option]),
    ['-tree'],
    ['-tree', '-normalize', '-trim=false'],
    [`-peek=${name}`],
    ['-traces'],
    ['-tags'],
    ['-raw'],
    ['-raw', '-normalize'],
    ['-comments'],
  ];
}

function sampleIndexOptions({ sampleTypes }: Facts): Command[] {
  return [
    ...sampleTypes.map((type) => [`-sample_index=${type}`]),
    ...sampleTypes.slice(0, 2).map((_, index) => [`-sample_index=${index}`, '-mean']),
  ];
}

function frameFilters(facts: Facts): Command[] {
  const [name, other, rare] = patternsOf(facts.names);
  const [file] = patternsOf(facts.files);
  return [
    [`-focus=${name}`],
    [`-focus=${name}`, '-relative_percentages'],
    [`-focus=${file}`, '-cum'],
    [`-ignore=${other}`],
    [`-ignore=${other}`, '-relative_percentages', '-lines'],
    [`-hide=${name}`],
    [`-hide=${file}`, '-noinlines'],
    [`-show=${name}|${rare}`],
    [`-show=${file}`, '-lines'],
    [`-show_from=${other}`],
    [`-show_from=${rare}`, '-cum'],
    [`-prune_from=${other}`],
    [`-focus=${name}`, `-ignore=${other}`, `-hide=${rare}`],
    ['-focus=nothing at all matches this'],
    ['-hide=.'],
    ['-focus=[aeiou]r', '-ignore=(?i)MAIN', '-show=^.{0,30}$'],
  ];
}

function tagFilters({ tags }: Facts): Command[] {
  const first = tags[0] ?? { key: 'no_such_tag', values: ['no_such_value'] };
  const last = tags.at(-1) ?? first;
  const value = quote(first.values[0] ?? '');
  return [
    [`-tagfocus=${value}`],
    [`-tagfocus=${first.key}=${value}`],
    [`-tagignore=${last.key}=${quote(last.values.at(-1) ?? '')}`],
    [`-tagfocus=${first.key}=${value},${quote(first.values.at(-1) ?? '')}`, '-relative_percentages'],
    ['-tagfocus=1b:64kb'],
    ['-tagfocus=bytes=:4kb'],
    ['-tagignore=1ms:'],
    ['-tagfocus=request=4kb:12kb'],
    ['-tagfocus=nothing at all'],
    [`-tagshow=^${quote(first.key)}$`],
    [`-taghide=^${quote(first.key)}$`],
  ];
}

function tagFrames({ tags }: Facts): Command[] {
  const first = tags[0]?.key ?? 'no_such_tag';
  const last = tags.at(-1)?.key ?? first;
  return [
    [`-tagroot=${first}`],
    [`-tagleaf=${last}`],
    [`-tagroot=${first},${last},no_such_tag`, `-tagleaf=${first}`, '-cum'],
    [`-tagleaf=${last}`, '-unit=kb', '-filefunctions'],
  ];
}

function peekPatterns({ names }: Facts): string[] {
  const [name, , rare] = patternsOf(names);
  return [name, `${rare}$`];
}

/** Patterns for a large, a middling and a small entry of a list. */
function patternsOf(names: readonly string[]): [large: string, middling: string, small: string] {
  const at = (share: number) => quote(names[Math.floor((names.length - 1) * share)] ?? 'no_such_name');
  return [at(0), at(0.3), at(1)];
}

const quote = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
