import type { HistoryEntry } from '@flamestep/backstage-plugin-flamestep-common';
import { formatCredit } from './format-share.ts';

/** What changed with an assessment, and why. */
export function historyWords({ rated, step, score, model, change }: HistoryEntry): string {
  if (!rated) return 'Not rated: nothing was observed.';
  if (change === undefined) {
    return `Rated for the first time: step ${step}${score === undefined ? '' : `, score ${formatCredit(score)}`}. Before that: not known.`;
  }
  const parts: string[] = [];
  if (!change.comparable) parts.push(`Model ${model.version}: scores before and after do not compare.`);
  if (change.step !== undefined) parts.push(`Step ${change.step.from} → ${change.step.to}. Cause: ${change.step.cause}.`);
  if (score !== undefined && change.scoreBefore !== undefined && formatCredit(score) !== formatCredit(change.scoreBefore)) {
    parts.push(`Score ${formatCredit(change.scoreBefore)} → ${formatCredit(score)}.`);
  }
  const checks = change.checks.slice(0, 3).map(({ check, title, from, to, cause }) => {
    return `${title?.en ?? check}: ${from ?? 'new'} → ${to ?? 'gone'} (${cause})`;
  });
  if (checks.length > 0)
    parts.push(`${checks.join('; ')}${change.checks.length > 3 ? `; and ${change.checks.length - 3} more` : ''}.`);
  return parts.join(' ') || 'Rated again; nothing changed.';
}
