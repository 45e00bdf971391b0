import type { SampleTable } from '../profile.ts';

/** The label sets that samples refer to, as indices, in the order in which the samples first do. */
export function usedLabelSets({ labelSet, labelSets, length }: SampleTable): number[] {
  const seen = new Uint8Array(labelSets.length);
  const used: number[] = [];
  for (let sample = 0; sample < length; sample++) {
    if (seen[labelSet[sample]] !== 0) continue;
    seen[labelSet[sample]] = 1;
    used.push(labelSet[sample]);
  }
  return used;
}
