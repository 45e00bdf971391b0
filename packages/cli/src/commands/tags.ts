import { renderTags, tags } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';

export const runTags = reportCommand({
  addsUp: true,
  build: tags,
  text: renderTags,
  json: ({ sampleType, total, tags: list }) => `${JSON.stringify({ sampleType, total, tags: list })}\n`,
});
