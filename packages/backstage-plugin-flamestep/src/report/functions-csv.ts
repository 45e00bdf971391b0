import type { Report } from '@flamestep/backstage-plugin-flamestep-common';
import { csvText } from '../words/csv-text.ts';
import { splitFunctions } from './split-functions.ts';

const NAMES = ['function', 'file', 'verdict', 'unit', 'base', 'head', 'change', 'low', 'high'];
const SHARES = ['share_base', 'share_head', 'share_change', 'share_low', 'share_high'];

/** All functions of a profile as CSV. */
export function functionsCsv(profile: Report['profiles'][number]): string {
  const { found, acknowledged, noisy, unchanged } = splitFunctions(profile);
  const rows = [...found, ...acknowledged, ...noisy, ...unchanged].map(
    ({ name, file, verdict, base, head, change, low, high, share }) => [
      ...[name, file, verdict, profile.sampleType.unit, base, head, change, low, high],
      ...[share.base, share.head, share.change, share.low, share.high],
    ],
  );
  return csvText([[...NAMES, ...SHARES], ...rows]);
}
