import type { ProfileReport, Report } from '../model/report.ts';
import { countAcknowledged } from './describe-acknowledged.ts';
import { describeCounts } from './describe-counts.ts';
import { couldHaveSeen, describeWholeChange, isVerdict, isWholeOnly, nameOfWhole } from './describe-profile.ts';
import { formatPointsSize } from './format-numbers.ts';
import { leadProfile } from './lead-profile.ts';
import type { Phrase } from './phrase.ts';
import { functions, vocabularyOf } from './vocabulary.ts';

/** What colour and shape go with a verdict; the words say the same. */
export type Tone = 'slower' | 'faster' | 'same' | 'noise' | 'unknown';

/** A verdict in words. Headline and rest are one sentence each; details are further sentences, the most telling first. */
export interface VerdictText {
  readonly tone: Tone;
  readonly headline: Phrase;
  readonly rest: Phrase;
  readonly details: readonly Phrase[];
}

/** Says what a report says. Where a comparison was made all four counts are named, zeros too. */
export function describeVerdict(report: Report): VerdictText {
  const lead = leadProfile(report.profiles);
  if (report.state.kind === 'compared' || report.state.kind === 'stale-baseline') {
    return lead === undefined
      ? unknown(['Not compared.'], ['No sample type stands on both sides.'], [])
      : describeCompared(report, lead);
  }
  return describeNotCompared(report, lead);
}

function describeCompared(report: Report, lead: ProfileReport): VerdictText {
  const verdict = lead.method === 'indicative' ? describeIndicative(lead) : describeJudged(lead);
  const others = report.profiles.filter(
    (profile) => profile !== lead && profile.findings.length + countAcknowledged(profile) > 0,
  );
  const details: Phrase[] = [
    ...verdict.details,
    ...others.map((profile): Phrase => [{ text: vocabularyOf(profile).measure }, `: ${describeCounts(profile).changed}.`]),
  ];
  if (report.state.kind === 'stale-baseline') {
    details.push(['The baseline is old: ', { text: report.state.reason }]);
  }
  // One profile needs no name; of several, the headline speaks of one.
  if (report.profiles.length < 2) return { ...verdict, details };
  const sentence = verdict.rest.map((part) => (typeof part === 'string' ? part.replace(/[.]$/, '') : part));
  return { ...verdict, rest: [...sentence, ' (', { text: vocabularyOf(lead).measure }, ').'], details };
}

/** An accepted slowdown is one. */
const ACCEPTED = 'No change found but what is acknowledged';

function describeJudged(lead: ProfileReport): VerdictText {
  const { counts } = lead;
  const { changed, rest } = describeCounts(lead);
  const sentence: Phrase = [`${rest}.`];
  const isAccepted = countAcknowledged(lead) > 0;
  if (isWholeOnly(lead)) {
    const direction = lead.verdict === 'slower' ? 'slower' : 'faster';
    return {
      tone: direction,
      headline: [`${capital(nameOfWhole(lead))} ${vocabularyOf(lead).became[direction]}: ${describeWholeChange(lead)}.`],
      rest: [`No ${isAccepted ? 'other ' : ''}function stands out: ${changed}, ${rest}.`],
      details: [],
    };
  }
  if (counts.slower > 0 || counts.new > 0)
    return { tone: isVerdict(lead, 'faster') ? 'faster' : 'slower', headline: [`${changed}.`], rest: sentence, details: [] };
  if (counts.faster > 0 || counts.gone > 0) return { tone: 'faster', headline: [`${changed}.`], rest: sentence, details: [] };
  const all: Phrase = [`${changed}, ${rest}.`];
  if (counts.moved > 0)
    return {
      tone: 'same',
      headline: [
        `${isAccepted ? ACCEPTED : counts.inconclusive === 0 ? 'No cost changed' : 'No change found'}; ${counts.moved} moved.`,
      ],
      rest: all,
      details: [],
    };
  if (isVerdict(lead, 'inconclusive')) return describeInconclusive(lead);
  return {
    tone: 'same',
    headline: [isAccepted ? `${ACCEPTED}.` : 'No change found.'],
    rest: all,
    details: [[`${capital(couldHaveSeen(lead))}.`]],
  };
}

function describeInconclusive(lead: ProfileReport): VerdictText {
  const { counts, thresholds, smallestDetectable, runsNeeded } = lead;
  const noisy = counts.inconclusive;
  const { changed, rest } = describeCounts(lead);
  const needed =
    runsNeeded === undefined ? '' : ` About ${runsNeeded}+${runsNeeded} runs would show ${formatPointsSize(thresholds.visible)}.`;
  const seen =
    smallestDetectable >= 1
      ? 'No change of any size could have been seen.'
      : `The smallest change that could have been seen is ${formatPointsSize(smallestDetectable)}.`;
  return {
    tone: 'noise',
    headline: ['Inconclusive.'],
    rest:
      counts.unchanged === 0
        ? [
            `${noisy} ${functions(noisy)} had too few samples to judge; 0 ${changed.replace(/^0 functions /, '')}, and none is known to be unchanged.`,
          ]
        : [`${changed}, ${rest}.`],
    details: [[`${seen}${needed}`]],
  };
}

function describeIndicative(lead: ProfileReport): VerdictText {
  const { counts } = lead;
  const words = vocabularyOf(lead);
  const look = (count: number, word: string) => `${count} ${functions(count)} look${count === 1 ? 's' : ''} ${word}`;
  const extra = (count: number, word: string) => (count === 0 ? '' : `, ${count} ${word}`);
  return {
    tone: 'noise',
    headline: [
      `Indicative only: ${look(counts.slower, words.slower)}, ${counts.faster} ${words.faster}`,
      `${extra(counts.new, 'new')}${extra(counts.gone, 'gone')}${extra(counts.moved, 'moved')}.`,
    ],
    rest: [`${counts.unchanged} look unchanged, ${counts.inconclusive} too noisy to judge.`],
    details: [['One run a side cannot tell a change from noise. This never fails a build.']],
  };
}

function describeNotCompared(report: Report, lead: ProfileReport | undefined): VerdictText {
  const { state, subject } = report;
  switch (state.kind) {
    case 'no-baseline':
      return unknown(
        ['Not compared: no baseline.'],
        [{ text: state.reason }],
        [['Whether this change is slower is not known. The first run on the base branch makes the baseline.']],
      );
    case 'incompatible':
      return unknown(
        ['Not compared: different machines.'],
        [{ text: state.reason }],
        [['Times across machines say nothing about the change.'], ...machineIndependent(report.profiles)],
      );
    case 'malformed':
      return unknown(
        [`Not compared: the ${state.side} profile cannot be read.`],
        [{ text: state.reason }],
        [['Whether this change is slower is not known.']],
      );
    case 'missing':
      return unknown(
        subject.leg === undefined ? ['Not known.'] : [{ text: subject.leg }, ' is not known:'],
        [{ text: state.reason }],
        [],
      );
    case 'superseded':
      return unknown(
        ['Superseded.'],
        ['The head moved on to ', { code: state.by.slice(0, 7) }, ' while this was measured; its own run will report.'],
        [],
      );
    case 'compared':
    case 'stale-baseline':
      return lead === undefined ? unknown(['Not compared.'], [], []) : describeCompared(report, lead);
  }
}

/** Allocations are compared whatever the machines. */
function machineIndependent(profiles: readonly ProfileReport[]): Phrase[] {
  return profiles.map((profile) => {
    const { changed, rest } = describeCounts(profile);
    return [{ text: vocabularyOf(profile).measure }, ` does not depend on the machine: ${changed}, ${rest}.`];
  });
}

function unknown(headline: Phrase, rest: Phrase, details: readonly Phrase[]): VerdictText {
  return { tone: 'unknown', headline, rest, details };
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
