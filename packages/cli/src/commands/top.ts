import { renderTop, top } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';

export const runTop = reportCommand({
  addsUp: true,
  build: top,
  text: renderTop,
  json: ({ sampleType, total, rows }) =>
    `${JSON.stringify({ sampleType, total, rows: rows.map(({ name, flat, cum }) => ({ name, flat, cum })) })}\n`,
});
