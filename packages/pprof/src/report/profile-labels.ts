import { label } from '../measurement/label.ts';
import { percentage } from '../measurement/percentage.ts';
import { scale } from '../measurement/scale.ts';
import { timeText } from '../text/clock-text.ts';
import { baseName } from '../text/source-path.ts';
import type { PreparedReport } from './prepare-report.ts';
import { formatValue } from './value-format.ts';
import type { ValueFormat } from './value-format.ts';

/** The lines at the head of a report that tell what was profiled and when, one string a line. */
export function profileLabels({ profile, sampleType, total, settings }: PreparedReport, format: ValueFormat): string[] {
  const lines: string[] = [];
  const [main] = profile.mappings;
  if (main && main.file !== '') lines.push(`File: ${baseName(main.file)}`);
  if (main && main.buildId !== '') lines.push(`Build ID: ${main.buildId}`);
  lines.push(...profile.comments.filter((comment) => !comment.startsWith('#')));
  if (sampleType.type !== '') lines.push(`Type: ${sampleType.type}`);
  if (profile.docUrl !== '') lines.push(`Doc: ${profile.docUrl}`);
  if (profile.timeNanos !== 0n) lines.push(`Time: ${timeText(profile.timeNanos, settings.timeZone)}`);
  if (profile.durationNanos !== 0n) {
    const duration = Number(profile.durationNanos);
    const cost = scale(total, format.unit, 'nanoseconds');
    const share = cost.unit === 'ns' && cost.value !== 0 ? `(${percentage(Math.trunc(cost.value), duration)})` : '';
    lines.push(`Duration: ${label(duration, 'nanoseconds')}, Total samples = ${formatValue(format, total)} ${share}`);
  }
  return lines;
}
