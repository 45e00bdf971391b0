import { compareByteOrder } from '../byte-order.ts';
import { label } from '../measurement/label.ts';
import { padLeft } from '../text/pad-left.ts';
import type { Trace, TracesReport } from './traces.ts';
import { formatValue } from './value-format.ts';

const SEPARATOR = '-----------+-------------------------------------------------------\n';

/** Writes a traces report as `go tool pprof -traces` does. A large profile gives a very long text: see {@link tracesText}. */
export function renderTraces(report: TracesReport): string {
  return [...tracesText(report)].join('');
}

/** The text of {@link renderTraces} in pieces, one for each trace, for texts that are too long for one string. */
export function* tracesText(report: TracesReport): Generator<string> {
  yield `${report.header.join('\n')}\n`;
  for (const trace of report.traces) yield SEPARATOR + labelLines(trace, report) + frameLines(trace, report);
  yield SEPARATOR;
}

function labelLines({ labels }: Trace, { labelUnits }: TracesReport): string {
  const strings = labels.strings.map(({ key, values }) => labelLine(key, values));
  const numbers = labels.numbers.map(({ key, values }) =>
    labelLine(
      key,
      values.map((value) => label(Number(value), labelUnits.get(key) ?? '')),
    ),
  );
  return strings.sort(compareByteOrder).join('') + numbers.sort(compareByteOrder).join('');
}

function labelLine(key: string, values: readonly string[]): string {
  return `${padLeft(key, 10)}:  ${values.join(' ')}\n`;
}

function frameLines({ value, frames }: Trace, { format }: TracesReport): string {
  let lines = '';
  for (let i = 0; i < frames.length; i++) {
    const { name, isInline } = frames[i]!;
    const cost = i === 0 ? padLeft(formatValue(format, value), 10) : '          ';
    lines += `${cost}   ${name}${isInline ? ' (inline)' : ''}\n`;
  }
  return lines;
}
