import type {
  FunctionComparison,
  NoisePrior,
  Normalization,
  SampleTypeComparison,
  Sides,
  Thresholds,
  WholeChange,
} from '@flamestep/diff';

/**
 * The result of a comparison, version 1: what every renderer shows and what is stored. Plain JSON. It crosses trust boundaries, so
 * all of it is bounded (`reportSchema`), and no text in it may be shown without escaping.
 */
export interface Report {
  readonly schemaVersion: 1;
  readonly subject: Subject;
  readonly state: ReportState;
  /** One for each sample type that was compared, the most telling first. Empty where nothing was compared. */
  readonly profiles: readonly ProfileReport[];
  /** What the reader should know, in sentences. */
  readonly notes: readonly string[];
  readonly environment?: Environment;
  readonly baseline?: Baseline;
  readonly recording?: Recording;
  readonly provenance: Provenance;
  /** Only what a trusted caller wrote: a report from a fork carries links of the fork's choice. */
  readonly links?: ReportLinks;
  /** The command that repeats the measurement. */
  readonly reproduce?: string;
  /** Base and head on one stack tree, pruned. At most one for each of `profiles`. */
  readonly trees?: readonly ReportTree[];
}

/** What was compared. */
export interface Subject {
  /** Title: the service, or the benchmark. */
  readonly name: string;
  /** Tells this comparison from others of the same repository, the same in every run: `checkout/linux-amd64`. Ends up in the comment's marker. */
  readonly key: string;
  /** Profile or benchmark, where the name does not say it: `BenchmarkDecodeCart`. */
  readonly profile?: string;
  /** Leg of a matrix: `linux-amd64`. */
  readonly leg?: string;
  readonly base?: Revision;
  readonly head: Revision;
}

/** A version of the program. */
export interface Revision {
  /** Commit hash, 7 to 64 lower-case hexadecimal digits. */
  readonly commit?: string;
  /** What it is called: a branch, a tag, a file. */
  readonly label?: string;
  /** Its number. */
  readonly pullRequest?: number;
  /** Title of the pull request. */
  readonly title?: string;
}

/** Whether and why not. Only `compared` and `stale-baseline` carry a verdict over all profiles. */
export type ReportState =
  | { readonly kind: 'compared' }
  /** Compared, with a baseline further away than it should be; {@link Report.baseline} says how far. */
  | { readonly kind: 'stale-baseline'; readonly reason: string }
  | { readonly kind: 'no-baseline'; readonly reason: string }
  /** Base and head ran on different machines. {@link Report.profiles} holds only what does not depend on them, such as allocations. */
  | { readonly kind: 'incompatible'; readonly reason: string }
  /** A profile could not be read. */
  | { readonly kind: 'malformed'; readonly side: 'base' | 'head'; readonly reason: string }
  /** A leg of the matrix gave no result. */
  | { readonly kind: 'missing'; readonly reason: string }
  /** The head moved on while this was measured. */
  | { readonly kind: 'superseded'; readonly by: string };

/** One sample type; fields as in `SampleTypeComparison`, less what would make it large. */
export interface ProfileReport
  extends Pick<SampleTypeComparison, 'sampleType' | 'verdict' | 'method' | 'noiseFloor' | 'runsNeeded' | 'counts'> {
  /** How many runs a side has. */
  readonly runs: Sides;
  readonly samples: Sides;
  readonly normalization: Normalization;
  readonly whole: WholeChange;
  readonly thresholds: Thresholds;
  /** As in `SampleTypeComparison`, at most 1: less than everything would not have been found. */
  readonly smallestDetectable: number;
  /** The greatest changes first, without path and touched lines. `counts` counts all, also those left out here. */
  readonly functions: readonly ReportFunction[];
  /** What got slower, faster, moved, came or went. */
  readonly findings: readonly ReportFinding[];
  /** What one run a side, which proves nothing, hints at. */
  readonly indications: readonly ReportFinding[];
  /**
   * Slower and new functions that someone accepted. They are no findings, `counts` and `verdict` are without them. Absent where there
   * are none.
   */
  readonly acknowledged?: readonly AcknowledgedFinding[];
  /** How many rows were left out to keep the report small. */
  readonly omitted: {
    readonly functions: number;
    readonly findings: number;
    readonly indications: number;
    readonly acknowledged?: number;
  };
  /** For the next comparison. */
  readonly prior?: NoisePrior;
}

/** A row: a function with its numbers. */
export type ReportFunction = Pick<
  FunctionComparison,
  | 'name'
  | 'file'
  | 'startLine'
  | 'verdict'
  | 'base'
  | 'head'
  | 'change'
  | 'low'
  | 'high'
  | 'share'
  | 'p'
  | 'thresholds'
  | 'samples'
  | 'total'
>;

/** A row with what explains it. */
export type ReportFinding = ReportFunction & Pick<FunctionComparison, 'hotLine' | 'moved' | 'path' | 'touched'>;

/** A finding that someone accepted. */
export type AcknowledgedFinding = ReportFinding & { readonly acknowledged: Acknowledgement };

/** That somebody accepted a finding. */
export interface Acknowledgement {
  /** Why, in a sentence. */
  readonly reason: string;
  /** The last day on which it holds: `2026-12-31`. */
  readonly until?: string;
}

/** The machines, one a side. Times are compared only where the fingerprints agree. */
export interface Environment {
  readonly base?: Machine;
  readonly head: Machine;
}

/** Where runs were made; what is not known is left out. */
export interface Machine {
  readonly os?: string;
  readonly arch?: string;
  /** Model of the processor. */
  readonly cpu?: string;
  /** How many there are. */
  readonly cores?: number;
  /** Where it ran: `ubuntu-24.04`, `self-hosted`. */
  readonly runner?: string;
  /** With version: `go1.25.1`. */
  readonly runtime?: string;
}

/** Where the base came from. */
export interface Baseline {
  /** `same-run`: measured beside the head. `stored`: from an earlier run. */
  readonly kind: 'same-run' | 'stored';
  readonly branch?: string;
  /** Commits between it and the head's merge. */
  readonly distance?: number;
  readonly run?: RunReference;
  /** ISO 8601, UTC. */
  readonly recordedAt?: string;
}

/** How the runs were made. */
export interface Recording {
  /** Order in which runs of both sides were made. */
  readonly order?: 'alternating' | 'sequential';
  /** Samples of CPU time a second. */
  readonly cpuRate?: number;
}

/** Who made the report, and where. */
export interface Provenance {
  /** Version of flamestep that wrote the report. */
  readonly tool: string;
  readonly run?: RunReference;
  /** ISO 8601, UTC. */
  readonly recordedAt?: string;
  /** `owner/name`. */
  readonly repository?: string;
  /** Set when the head comes from a fork, whose author could have written any number: its `owner/name`. */
  readonly fork?: string;
}

/** A run of a workflow. */
export interface RunReference {
  readonly id: string;
  /** From 1. */
  readonly attempt?: number;
  readonly url?: string;
}

/** https addresses. */
export interface ReportLinks {
  /** The HTML page. */
  readonly artifact?: string;
  /** The job summary. */
  readonly summary?: string;
  /** The report's page in the portal; findings are opened there with `?type=` and `?at=`. */
  readonly portal?: string;
  /** How to acknowledge a finding. */
  readonly docs?: string;
  /** The line of the configuration where thresholds stand. */
  readonly config?: string;
}

/** A `FlameTree` as plain JSON, with both sides. Values are in the unit and the normalisation of the profile it belongs to. */
export interface ReportTree {
  readonly sampleType: { readonly type: string; readonly unit: string };
  readonly names: readonly string[];
  readonly nodes: {
    readonly parent: readonly number[];
    readonly name: readonly number[];
    readonly head: readonly number[];
    readonly base: readonly number[];
  };
  readonly whole?: { readonly head: number; readonly base?: number };
  readonly pruned?: { readonly minFraction: number; readonly boxes: number };
  readonly functions?: {
    readonly name: readonly number[];
    readonly ownHead: readonly number[];
    readonly totalHead: readonly number[];
    readonly ownBase?: readonly number[];
    readonly totalBase?: readonly number[];
  };
}
