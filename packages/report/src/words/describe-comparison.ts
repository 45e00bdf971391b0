import type { ProfileReport, Report } from '../model/report.ts';
import { describeBaseline, describeMeasure } from './describe-conditions.ts';
import { describeRuns, describeSamples } from './describe-profile.ts';
import { formatCount } from './format-numbers.ts';
import type { Phrase } from './phrase.ts';
import { vocabularyOf } from './vocabulary.ts';

const ORDERS = { alternating: ' in alternating order', sequential: ' one side after the other', unknown: '' };

/** What was compared, in one sentence: commits, measure, runs, machine, samples. */
export function describeComparison(report: Report, profile: ProfileReport | undefined): Phrase {
  const { subject, environment, recording } = report;
  const commit = (text: string | undefined): Phrase => (text === undefined ? [] : [{ code: text.slice(0, 7) }]);
  const name = (revision: typeof subject.base): Phrase => {
    const hash = commit(revision?.commit);
    return hash.length > 0 || revision?.label === undefined ? hash : [{ code: revision.label }];
  };
  const base = subject.base === undefined ? undefined : name(subject.base);
  const label = subject.base?.commit === undefined ? undefined : subject.base.label;
  const where: Phrase = [...(label === undefined ? [] : [{ text: label }]), ...describeBaseline(report)];
  const sides: Phrase = [
    ...(base === undefined ? [] : ['base ', ...base, ...(where.length === 0 ? [] : [' (', ...trimComma(where), ')']), ' and ']),
    'head ',
    ...name(subject.head),
  ];
  if (profile === undefined) return [...sides, '.'];
  const rate =
    recording?.cpuRate === undefined || profile.sampleType.type !== 'cpu' ? '' : ` at ${formatCount(recording.cpuRate)} Hz`;
  const machine = environment?.base === undefined ? '' : sameMachine(report) ? ' on the same machine' : ' on different machines';
  const measure = profile.normalization.kind === 'per-operation' ? 'per operation' : describeMeasure(profile);
  const tail = [`${describeRuns(profile)}${ORDERS[recording?.order ?? 'unknown']}${machine}`, describeSamples(profile), measure];
  return [...sides, ': ', { text: vocabularyOf(profile).measure }, `${rate}, ${tail.join(', ')}.`];
}

function sameMachine({ environment }: Report): boolean {
  return JSON.stringify(environment?.base) === JSON.stringify(environment?.head);
}

function trimComma(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  return typeof first === 'string' ? [first.replace(/^[, ]+/, ''), ...rest] : phrase;
}
