import type { Machine, ProfileReport, Report, Revision } from '../model/report.ts';
import { formatCount, formatPointsSize } from './format-numbers.ts';
import { couldHaveSeen } from './describe-profile.ts';
import type { Phrase } from './phrase.ts';

/** One condition of a comparison: what, and how it was. */
export interface Condition {
  readonly label: string;
  readonly value: Phrase;
}

/** The conditions that a reader judges a verdict by, in reading order. */
export function describeConditions(report: Report, profile: ProfileReport | undefined): readonly Condition[] {
  const { subject, baseline, provenance } = report;
  const conditions: Condition[] = [];
  const add = (label: string, value: Phrase | undefined) => {
    if (value !== undefined && value.length > 0) conditions.push({ label, value });
  };
  add('Base', subject.base === undefined ? undefined : [...describeRevision(subject.base), ...describeBaseline(report)]);
  add('Head', describeRevision(subject.head));
  if (profile !== undefined) {
    add('Runs', [`${formatCount(profile.runs.base)}+${formatCount(profile.runs.head)}${describeOrder(report)}`]);
    add('Samples', [describeSamples(report, profile)]);
    add('Measure', [describeMeasure(profile)]);
  }
  add('Machine', describeMachines(report));
  if (profile !== undefined) add('Could have seen', [describeSeen(profile)]);
  add('Recorded', describeTime(provenance.recordedAt));
  add('Baseline recorded', baseline?.kind === 'stored' ? describeTime(baseline.recordedAt) : undefined);
  return conditions;
}

/** `4be07a2 main`. */
export function describeRevision({ commit, label, pullRequest }: Revision): Phrase {
  const parts: Phrase[] = [];
  if (commit !== undefined) parts.push([{ code: commit.slice(0, 7) }]);
  if (pullRequest !== undefined) parts.push([`PR ${pullRequest}`]);
  if (label !== undefined) parts.push([{ text: label }]);
  return parts.flatMap((part, i) => (i === 0 ? part : [' ', ...part]));
}

/** Where the base stands: `, 1 commit before`. */
export function describeBaseline({ baseline, subject }: Report): Phrase {
  if (baseline === undefined) return [];
  const branch: Phrase =
    baseline.branch === undefined || subject.base?.label !== undefined ? [] : [' ', { text: baseline.branch }];
  if (baseline.distance === undefined) return branch;
  const distance =
    baseline.distance === 0 ? 'the merge base' : `${baseline.distance} ${baseline.distance === 1 ? 'commit' : 'commits'} before`;
  return [...branch, `, ${distance}`];
}

export function describeOrder({ recording }: Report): string {
  return recording?.order === undefined
    ? ''
    : recording.order === 'alternating'
      ? ', alternating order'
      : ', one side after the other';
}

function describeSamples({ recording }: Report, { samples, sampleType }: ProfileReport): string {
  const rate = recording?.cpuRate === undefined || sampleType.type !== 'cpu' ? '' : ` at ${formatCount(recording.cpuRate)} Hz`;
  return `${formatCount(samples.base)} + ${formatCount(samples.head)}${rate}`;
}

export function describeMeasure({ normalization }: ProfileReport): string {
  switch (normalization.kind) {
    case 'per-operation':
      return `per operation, ${formatCount(normalization.operations.base)} + ${formatCount(normalization.operations.head)}`;
    case 'absolute':
      return 'per run';
    case 'relative':
      return 'relative to functions that did not change';
  }
}

function describeSeen(profile: ProfileReport): string {
  const { method, smallestDetectable } = profile;
  if (method === 'exact' || smallestDetectable === 0 || smallestDetectable >= 1) return couldHaveSeen(profile);
  return `changes from ${formatPointsSize(smallestDetectable)}`;
}

/** One machine where both are the same. */
export function describeMachines({ environment }: Report): Phrase | undefined {
  if (environment === undefined) return undefined;
  const head = describeMachine(environment.head);
  if (environment.base === undefined) return head === '' ? undefined : [{ text: head }];
  const base = describeMachine(environment.base);
  return base === head
    ? ['same machine', ...(head === '' ? [] : [', ', { text: head }])]
    : [{ text: base }, ' and ', { text: head }];
}

function describeMachine({ runner, cpu, cores, os, arch, runtime }: Machine): string {
  const system = [os, arch].filter((part) => part !== undefined).join('/');
  const processors = cores === undefined ? '' : `${cores} CPU`;
  return [runner, processors, cpu, system, runtime].filter((part) => part !== undefined && part !== '').join(', ');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `13 Nov 2026 14:22 UTC`. */
function describeTime(time: string | undefined): Phrase | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(time ?? '');
  if (match === null) return undefined;
  const [, year, month, day, clock] = match;
  return [`${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year} ${clock} UTC`];
}
