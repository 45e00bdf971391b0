import type { Granularity } from '../operations/aggregate.ts';
import { ProfileError } from '../profile-error.ts';
import type { CompilePattern } from '../pattern.ts';
import { UTC } from '../text/clock-text.ts';
import type { TimeZone } from '../text/clock-text.ts';

/** The options of a report with every choice made; see {@link ReportOptions}. Names and meanings are pprof's. */
export interface ReportSettings {
  /** Which value of a sample to report: a type's name or a position; `''` for the profile's default. */
  readonly sampleIndex: string;
  /** Divide by the first value of the samples, so that allocations give bytes an object. */
  readonly mean: boolean;
  readonly granularity: Granularity;
  /** Give the cost of inlined functions to the function they were inlined into. */
  readonly noInlines: boolean;
  /** Tell columns of a line apart. */
  readonly columns: boolean;
  readonly sort: 'flat' | 'cum';
  /** Number of nodes to show; 0 for all. By default all in `top`, 80 in `tree`. */
  readonly nodeCount: number;
  /** Nodes below this share of the sum are left out. */
  readonly nodeFraction: number;
  /** Calls below this share of the sum are left out. */
  readonly edgeFraction: number;
  /** False shows everything: it sets `nodeCount`, `nodeFraction` and `edgeFraction` to 0. */
  readonly trim: boolean;
  /** Leave out what costs less than nothing, in comparisons. */
  readonly dropNegative: boolean;
  /** Unit to print values in; `'minimum'` for one that fits the smallest value, `'auto'` for each value its own. */
  readonly unit: string;
  /** Divide every printed value by this. */
  readonly divideBy: number;
  /** Shares of what the filters leave, rather than of everything. */
  readonly relativePercentages: boolean;
  /** Leave out the lines about the profile. */
  readonly compactLabels: boolean;
  /** Patterns that choose samples and frames; `''` for none. */
  readonly focus: string;
  readonly ignore: string;
  readonly hide: string;
  readonly show: string;
  readonly showFrom: string;
  readonly pruneFrom: string;
  /** Patterns or ranges that choose samples by labels; `''` for none. */
  readonly tagFocus: string;
  readonly tagIgnore: string;
  /** Patterns that choose labels by name; `''` for none. */
  readonly tagShow: string;
  readonly tagHide: string;
  /** Names of labels, separated by commas, whose values become frames at the root or at the leaf. */
  readonly tagRoot: string;
  readonly tagLeaf: string;
  /** Leading parts to take off source paths, separated by colons. */
  readonly trimPath: string;
  /** Where sources are looked for, separated by colons; used only to guess what to take off source paths. */
  readonly sourcePath: string;
  /** Compiles the patterns. `new RegExp` by default; pass an RE2 engine for patterns from people you do not trust. */
  readonly compile: CompilePattern;
  /** The zone for the time in the header; UTC by default. */
  readonly timeZone: TimeZone;
}

/** Options of a report; what is left out is as pprof has it. */
export type ReportOptions = { readonly [Option in keyof ReportSettings]?: ReportSettings[Option] | undefined };

/** The reports, and the profiles made by the same steps. */
export type ReportKind = 'top' | 'tree' | 'peek' | 'traces' | 'tags' | 'raw' | 'proto' | 'topproto';

const DEFAULTS = {
  sampleIndex: '',
  mean: false,
  granularity: 'functions',
  noInlines: false,
  columns: false,
  sort: 'flat',
  nodeFraction: 0.005,
  edgeFraction: 0.001,
  trim: true,
  dropNegative: false,
  unit: 'minimum',
  divideBy: 1,
  relativePercentages: false,
  compactLabels: false,
  focus: '',
  ignore: '',
  hide: '',
  show: '',
  showFrom: '',
  pruneFrom: '',
  tagFocus: '',
  tagIgnore: '',
  tagShow: '',
  tagHide: '',
  tagRoot: '',
  tagLeaf: '',
  trimPath: '',
  sourcePath: '',
  compile: (source: string) => new RegExp(source),
  timeZone: UTC,
} satisfies Omit<ReportSettings, 'nodeCount'>;

/** Makes every choice that was left open, and those that a kind of report makes itself. */
export function reportSettings(kind: ReportKind, options: ReportOptions): ReportSettings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings: ReportSettings = { ...DEFAULTS, nodeCount: kind === 'top' || kind === 'topproto' ? 0 : 80, ...given };
  if (!(settings.divideBy !== 0)) throw new ProfileError('incompatible', 'zero divisor specified: divideBy must not be 0');
  const isWhole = kind === 'raw' || kind === 'proto';
  return {
    ...settings,
    ...(isWhole ? { granularity: 'addresses' as const } : {}),
    // peek shows single functions, which trimming could have taken away before.
    ...(isWhole || kind === 'peek' || !settings.trim ? { nodeCount: 0, nodeFraction: 0, edgeFraction: 0 } : {}),
  };
}
