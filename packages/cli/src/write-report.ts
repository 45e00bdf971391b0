import type { Report } from '@flamestep/report';
import type { OptionValues } from './arguments/option-table.ts';
import { isSwitchedOn } from './environment-switch.ts';
import type { Io } from './io.ts';
import { writeResult } from './write-result.ts';

/** Writes a report in the form that `--format` asks for, to `-o FILE` or to standard output. */
export async function writeReport(report: Report, { format, output }: OptionValues, io: Io): Promise<void> {
  const isText = format === undefined || format === 'text';
  writeResult(await renderedReport(report, format ?? 'text', io, output === undefined), output, io, isText);
}

async function renderedReport(report: Report, format: string, io: Io, isForScreen: boolean): Promise<string> {
  const { renderHtml, renderJson, renderMarkdown, renderTerminal } = await import('@flamestep/report');
  switch (format) {
    case 'json':
      return renderJson(report);
    case 'markdown':
      return renderMarkdown(report, { links: report.links }).text;
    case 'html':
      return renderHtml(report);
    default:
      return renderTerminal(report, { color: isForScreen && io.isTerminal.stdout && !isSwitchedOn(io.env['NO_COLOR']) });
  }
}
