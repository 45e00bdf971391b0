import type { TrendProfile, TrendState } from '@flamestep/backstage-plugin-flamestep-common';

const ORDER: readonly TrendState[] = ['slower', 'faster', 'usual', 'too-noisy', 'too-few', 'silent', 'no-data'];
/** Time is what users feel. */
const TIME = /^(cpu|wall|samples)/;

/** Profiles of an entity, the most telling first: what got slower, the most by how much; otherwise time before memory. */
export function byTelling(a: TrendProfile, b: TrendProfile): number {
  return (
    ORDER.indexOf(a.summary.state) - ORDER.indexOf(b.summary.state) ||
    Number(b.summary.isWorse ?? false) - Number(a.summary.isWorse ?? false) ||
    Number(TIME.test(b.sampleType)) - Number(TIME.test(a.sampleType)) ||
    Math.abs(b.summary.change?.value ?? 0) - Math.abs(a.summary.change?.value ?? 0) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : a.sampleType < b.sampleType ? -1 : 1)
  );
}
