import type { ReportOptions } from '@flamestep/pprof';
import type { OptionValues } from '../arguments/option-table.ts';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { loadCompile } from '../patterns.ts';

/** The options of a report as the core wants them. `patterns` are further ones that the command will compile. */
export async function reportOptions(options: OptionValues, io: Io, patterns: readonly string[] = []): Promise<ReportOptions> {
  const { focus, ignore, hide, show, tagfocus, tagignore, tagshow, taghide } = options;
  const showFrom = options['show-from'];
  const pruneFrom = options['prune-from'];
  if (options['divide-by'] === 0) throw new CliError('usage', '--divide-by must not be 0');
  return {
    sampleIndex: options['sample-index'],
    mean: options.mean,
    unit: options.unit,
    divideBy: options['divide-by'],
    sort: options.sort,
    granularity: options.granularity,
    noInlines: options.noinlines,
    columns: options.showcolumns,
    trimPath: options['trim-path'],
    sourcePath: options['source-path'],
    focus,
    ignore,
    hide,
    show,
    showFrom,
    pruneFrom,
    tagFocus: tagfocus,
    tagIgnore: tagignore,
    tagShow: tagshow,
    tagHide: taghide,
    tagRoot: options.tagroot,
    tagLeaf: options.tagleaf,
    nodeCount: nodeCountOf(options.nodecount),
    nodeFraction: options.nodefraction,
    edgeFraction: options.edgefraction,
    trim: options.trim,
    dropNegative: options['drop-negative'],
    relativePercentages: options['relative-percentages'],
    compactLabels: options['compact-labels'],
    compile: await loadCompile([
      focus,
      ignore,
      hide,
      show,
      showFrom,
      pruneFrom,
      tagfocus,
      tagignore,
      tagshow,
      taghide,
      ...patterns,
    ]),
    timeZone: io.timeZoneAt,
  };
}

/** pprof writes "the default" as -1. */
function nodeCountOf(count: number | undefined): number | undefined {
  if (count === undefined || count === -1) return undefined;
  if (count < 0) throw new CliError('usage', `--nodecount must be 0 (for all) or more, not ${count}`);
  return count;
}
