import type { TrendLine, TrendProfile } from '@flamestep/backstage-plugin-flamestep-common';
import { sampleTypeWords } from '../words/format-amount.ts';
import { functionWithPackage } from '../words/split-function.ts';

/** What a line counts: `Whole operation, CPU per operation`. */
export function lineTitle(line: TrendLine, { sampleType, measure }: TrendProfile): string {
  const what = sampleTypeWords(sampleType);
  const per = line.unit === 'share' ? `share of ${what}` : `${what}${measure === 'per-operation' ? ' per operation' : ''}`;
  return line.function === undefined ? `Whole operation, ${per}` : `${functionWithPackage(line.function.name)}, own ${per}`;
}
