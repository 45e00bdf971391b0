import { traces, tracesText } from '@flamestep/pprof';
import type { LabelSet, TracesReport } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';

export const runTraces = reportCommand({ build: traces, text: tracesText, json: tracesJson });

/** One trace a line, so that no more than one is held as an object. */
function* tracesJson({ sampleType, total, traces: list, labelUnits }: TracesReport): Generator<string> {
  yield `{"sampleType":${JSON.stringify(sampleType)},"total":${total},"traces":[`;
  let separator = '\n';
  for (const { value, labels, frames } of list) {
    const shown = frames.map(({ name, isInline }) => ({ name, inline: isInline }));
    yield `${separator}${JSON.stringify({ value, labels: labelsJson(labels, labelUnits), frames: shown })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** Numbers are strings, because they use all 64 bits, which JSON readers round. */
function labelsJson({ strings, numbers }: LabelSet, units: ReadonlyMap<string, string>): object[] {
  return [
    ...strings.map(({ key, values }) => ({ key, values })),
    ...numbers.map(({ key, values }) => ({ key, values: values.map(String), unit: units.get(key) ?? '' })),
  ];
}
