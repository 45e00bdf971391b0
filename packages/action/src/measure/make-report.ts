import { type ChangedLines, type CompareOptions, isDiffError } from '@flamestep/diff';
import { agreeOnOperations } from '@flamestep/record';
import {
  type Baseline,
  buildReport,
  type Environment,
  isReportError,
  type Machine,
  type Provenance,
  type Report,
  type ReportParts,
  type ReportState,
  reportRuns,
  type RunParts,
} from '@flamestep/report';
import { ActionError } from '../action-error.ts';
import type { ActionEvent } from '../event/read-event.ts';
import type { Job } from '../event/job.ts';
import type { MeasureInputs } from '../inputs/measure-inputs.ts';
import type { MeasuredRun } from '../runs/measured-run.ts';
import { VERSION } from '../version.ts';
import type { ComparedBase } from './compared-base.ts';
import { headRevision } from './head-revision.ts';
import { machineIndependent } from './machine-independent.ts';
import { reproduce } from './reproduce.ts';
import { runUrl } from './run-url.ts';

/** All that a report of the action is made of. */
export interface Measurement {
  readonly job: Job;
  readonly event: ActionEvent;
  readonly inputs: MeasureInputs;
  readonly machine: Machine;
  readonly head: readonly MeasuredRun[];
  readonly base: ComparedBase;
  readonly changedLines: readonly ChangedLines[] | undefined;
  /** How `.flamestep.yaml` has it judged. */
  readonly judging: Pick<CompareOptions, 'relative' | 'share' | 'thresholdsOf'>;
  readonly acknowledge: RunParts['acknowledge'];
  readonly notesOn: RunParts['notesOn'];
}

/** Compares head with base as far as they can be, and says so. Throws `ActionError` `profile` where the runs do not fit together. */
export function makeReport(measurement: Measurement): Report {
  const { head, base, inputs } = measurement;
  const parts = partsOf(measurement);
  if (base.kind === 'missing') return buildReport({ ...parts, state: { kind: 'no-baseline', reason: base.reason } });
  const isIncompatible = base.kind === 'stored' && base.incompatible !== undefined;
  const sampleTypes = isIncompatible
    ? machineIndependent([...base.runs, ...head], inputs.sampleTypes)
    : inputs.sampleTypes.length === 0
      ? undefined
      : inputs.sampleTypes;
  const { operations, note } = agreeOnOperations(base.runs, head);
  const described: ReportParts = {
    ...parts,
    state: stateOf(base),
    notes: note === undefined ? [] : [note],
  };
  if (sampleTypes?.length === 0) return buildReport(described);
  try {
    return reportRuns({
      ...described,
      acknowledge: measurement.acknowledge,
      notesOn: measurement.notesOn,
      base: base.runs.map(({ profile }) => profile),
      head: head.map(({ profile }) => profile),
      compareOptions: {
        ...measurement.judging,
        operations,
        sampleTypes,
        priors: base.kind === 'stored' ? base.priors : undefined,
        paired: base.kind === 'measured' && base.isPaired,
        changedLines: measurement.changedLines,
      },
      withTrees: true,
    });
  } catch (error) {
    if (!isDiffError(error) && !isReportError(error)) throw error;
    throw new ActionError('profile', `The profiles cannot be compared: ${error.message}`, { cause: error });
  }
}

function stateOf(base: Exclude<ComparedBase, { kind: 'missing' }>): ReportState {
  if (base.kind === 'stored') {
    if (base.incompatible !== undefined) return { kind: 'incompatible', reason: base.incompatible };
    if (base.stale !== undefined) return { kind: 'stale-baseline', reason: base.stale };
  }
  return { kind: 'compared' };
}

function partsOf({ job, event, inputs, machine, head, base }: Measurement): ReportParts {
  return {
    subject: {
      name: inputs.name,
      key: inputs.key,
      ...(inputs.leg === undefined ? {} : { leg: inputs.leg }),
      ...(base.kind === 'missing' ? {} : { base: base.revision }),
      head: headRevision(job, event),
    },
    provenance: provenanceOf(job, event, head),
    environment: environmentOf(machine, base),
    baseline: baselineOf(base),
    recording: base.kind === 'measured' && base.isPaired ? { order: 'alternating' } : undefined,
    reproduce: reproduce(inputs.source, base),
  };
}

function provenanceOf(job: Job, event: ActionEvent, head: readonly MeasuredRun[]): Provenance {
  const { owner, repo } = job.repository;
  const isDated = head.some(({ profile }) => profile.timeNanos > 0n);
  return {
    tool: VERSION,
    run: { id: String(job.run.id), attempt: job.run.attempt, url: runUrl(job) },
    ...(isDated ? {} : { recordedAt: job.now.toISOString() }),
    repository: `${owner}/${repo}`,
    ...(event.kind === 'pull-request' && event.fork !== undefined ? { fork: event.fork } : {}),
  };
}

function environmentOf(machine: Machine, base: ComparedBase): Environment {
  if (base.kind === 'missing') return { head: machine };
  return { base: base.kind === 'stored' ? base.machine : machine, head: machine };
}

function baselineOf(base: ComparedBase): Baseline | undefined {
  if (base.kind === 'missing') return undefined;
  return base.kind === 'stored' ? base.baseline : { kind: 'same-run' };
}
