import { trend } from '@flamestep/diff';
import { isReportError, readReport, renderTrend, seriesOfReports } from '@flamestep/report';
import type { Report, TrendSeries } from '@flamestep/report';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { sourcesOf } from '../operand-sources.ts';
import { readText } from '../read-text.ts';
import { writeResult } from '../write-result.ts';
import type { RunCommand } from './command.ts';

/** Series that are printed at most: the whole, and what changed. */
const MOST_SERIES = 20;

export const runTrend: RunCommand = async ({ operands, options }, io) => {
  if (operands.length === 0) throw new CliError('usage', 'no report given; name the JSON reports of the main branch');
  const reports = sourcesOf(operands, io).map((source) => readReportFile(source, io));
  const series = seriesOfReports(reports);
  if (series.length === 0) {
    throw new CliError(
      'input',
      'the reports form no series: they need a comparison, the commit of the head and the time of recording',
    );
  }
  const found = series.map((one) => ({ series: one, trend: trend(one.points) }));
  if (options.format === 'json') {
    writeResult(
      `${JSON.stringify({ series: found.map(({ series: one, trend: said }) => ({ ...one, trend: said })) }, undefined, 2)}\n`,
      options.output,
      io,
    );
    return undefined;
  }
  const shown = found.filter(({ series: one, trend: said }) => one.function === undefined || said.changes.length > 0);
  const texts = shown
    .slice(0, MOST_SERIES)
    .map(({ series: one, trend: said }) => `${titleOf(one)}\n${renderTrend(said, one.points, { unit: one.unit })}`);
  const more = shown.length - texts.length;
  const rest = more > 0 ? [`${more} more series changed; --format=json has them all.\n`] : [];
  const calm = found.length - shown.length;
  const calmNote = calm > 0 ? [`${calm} functions are steady.\n`] : [];
  writeResult([...texts, ...rest, ...calmNote].join('\n'), options.output, io);
  return undefined;
};

function readReportFile(source: string, io: Io): Report {
  try {
    return readReport(readText(source, io));
  } catch (error) {
    if (isReportError(error)) throw new CliError('input', `${source}: ${error.message}`, error);
    throw error;
  }
}

function titleOf({ key, sampleType, function: place, measure }: TrendSeries): string {
  const what = place === undefined ? 'everything' : place.name;
  return `${key}, ${sampleType}${measure === 'per-operation' ? ' per operation' : ''}: ${what}`;
}
