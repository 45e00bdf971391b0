import type { Outcome } from '@flamestep/backstage-plugin-flamestep-common';
import { Mark } from './mark.tsx';

const WORDS: Readonly<Record<Outcome, string>> = {
  pass: 'Pass',
  partial: 'Partial',
  fail: 'Fail',
  unknown: 'Unknown',
  exempt: 'Exempt',
  'not-applicable': 'Not asked',
};

/** The outcome of a check. */
export function OutcomeMark({ outcome, word }: { readonly outcome: Outcome; readonly word?: string | undefined }) {
  return <Mark name={outcome}>{word ?? WORDS[outcome]}</Mark>;
}
