import type { Action } from '@flamestep/backstage-plugin-flamestep-common';

const WORDS: Readonly<Record<Action['effort'], string>> = { S: 'under a day', M: 'days', L: 'weeks' };

/** `S, under a day`. */
export function effortWords(effort: Action['effort']): string {
  return `${effort}, ${WORDS[effort]}`;
}

/** What an action brings: points of the score, the gate, or certainty. */
export function gainWords({ gain, opensGate, checks }: Action): string {
  if (opensGate) return 'opens the gate';
  const points = Math.round(gain * 100);
  if (points > 0) return `+${points} ${points === 1 ? 'point' : 'points'}`;
  return `settles ${checks.length} unknown ${checks.length === 1 ? 'check' : 'checks'}`;
}
