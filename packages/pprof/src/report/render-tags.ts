import { percentage } from '../measurement/percentage.ts';
import { alignColumns } from '../text/align-columns.ts';
import type { TagsReport } from './tags.ts';
import { formatValue } from './value-format.ts';

/** Writes a tags report as `go tool pprof -tags` does. */
export function renderTags({ tags, total, format }: TagsReport): string {
  const share = (value: number) => (total > 0 ? ` (${percentage(value, total)})` : '');
  let text = '';
  for (const tag of tags) {
    text += `${tag.key}:\t Total ${formatValue(format, tag.total)} of ${formatValue(format, total)}${share(tag.total)}\n`;
    for (const { name, total: value } of tag.values) text += ` \t${formatValue(format, value)}${share(value)}:\t ${name}\n`;
    text += '\n';
  }
  return alignColumns(text);
}
