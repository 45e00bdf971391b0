import { isDiffError, parseChangedFiles } from '@flamestep/diff';
import type { CompareOptions, NoisePrior } from '@flamestep/diff';
import type { Profile } from '@flamestep/pprof';
import { isReportError, priorsOf, readReport, reportRuns } from '@flamestep/report';
import type { Recording, Report, Revision } from '@flamestep/report';
import type { OptionValues } from './arguments/option-table.ts';
import { CliError } from './cli-error.ts';
import type { ComparedSources } from './compared-sources.ts';
import type { Io } from './io.ts';
import { STDIN } from './operand-sources.ts';
import type { Progress } from './progress.ts';
import { readOperations } from './read-operations.ts';
import { settle } from './read-profiles.ts';
import { readOptionsOf, readSource, shownSource } from './read-source.ts';
import { readText } from './read-text.ts';
import { VERSION } from './version.ts';

/** The runs to compare, and what is known of them beside their profiles. */
export interface ComparedRuns extends ComparedSources {
  /** What the sides are called; their files by default. */
  readonly revisions?: Readonly<Record<'base' | 'head', Revision>>;
  /** Base run i and head run i followed each other. */
  readonly paired?: boolean;
  readonly recording?: Recording;
  /** The command that repeats it. */
  readonly reproduce?: string;
}

/** Reads the runs of both sides, compares them as the options say and makes the report. Throws `CliError` for what the user can mend. */
export async function compareRuns(runs: ComparedRuns, options: OptionValues, io: Io, progress: Progress): Promise<Report> {
  const read = readOptionsOf(options);
  const side = async (sources: readonly string[]): Promise<Profile[]> => {
    const profiles: Profile[] = [];
    for (const source of sources) profiles.push(await settle(await readSource(source, read, io, progress), options));
    return profiles;
  };
  const base = await side(runs.base);
  const head = await side(runs.head);
  const { operations, note } = readOperations(runs, io);
  const compareOptions: CompareOptions = {
    operations,
    normalization: options.normalization,
    sampleTypes: options['sample-type'].length === 0 ? undefined : options['sample-type'],
    relative: options.threshold,
    share: options['least-share'],
    paired: runs.paired,
    priors: options.prior === undefined ? undefined : readPriors(options.prior, io),
    changedLines: options['changed-files'] === undefined ? undefined : parseChangedFiles(readText(options['changed-files'], io)),
  };
  progress.step('comparing');
  try {
    return reportRuns({
      base,
      head,
      compareOptions,
      withTrees: options.format === 'html' || options.trees,
      subject: {
        name: options.title ?? nameOf(runs.head),
        base: runs.revisions?.base ?? revisionOf(runs.base, options['base-commit']),
        head: runs.revisions?.head ?? revisionOf(runs.head, options['head-commit']),
      },
      provenance: { tool: VERSION },
      recording: runs.recording,
      reproduce: runs.reproduce,
      notes: note === undefined ? [] : [note],
    });
  } catch (error) {
    if (isDiffError(error) || isReportError(error)) throw new CliError('input', error.message, error);
    throw error;
  }
}

/** The priors in an earlier report, by sample type. */
function readPriors(file: string, io: Io): Record<string, NoisePrior> {
  try {
    return priorsOf(readReport(readText(file, io)));
  } catch (error) {
    if (isReportError(error)) throw new CliError('input', `${file}: ${error.message}`, error);
    throw error;
  }
}

/** What the runs are runs of, as far as names tell: `cpu` for `head/cpu.1.pb.gz`, `head/cpu.2.pb.gz`; `head` for `head/1.pb.gz`. */
function nameOf(sources: readonly string[]): string {
  const paths = sources.map((source) => shownSource(source).split(/[/\\]/));
  const stems = new Set(paths.map((path) => path.at(-1)!.replace(/[-_.]?\d*(\.pb|\.pprof|\.prof)?(\.gz)?$/i, '')));
  const [stem] = stems;
  return stems.size === 1 && stem ? stem : (paths[0]!.at(-2) ?? paths[0]!.at(-1)!);
}

function revisionOf(sources: readonly string[], commit: string | undefined): Revision {
  if (commit !== undefined && !/^[\da-f]{7,64}$/.test(commit)) {
    throw new CliError('usage', `'${commit}' is no commit hash; give 7 to 64 hexadecimal digits in lower case`);
  }
  return { label: labelOf(sources), ...(commit === undefined ? {} : { commit }) };
}

function labelOf(sources: readonly string[]): string {
  return sources.length === 1 ? shownSource(sources[0]!) : folderOf(sources[0]!);
}

function folderOf(source: string): string {
  if (source === STDIN) return shownSource(source);
  const folder = shownSource(source).replace(/[/\\]?[^/\\]*$/, '');
  return folder === '' ? '.' : folder;
}
