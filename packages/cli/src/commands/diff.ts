import { hasRegression } from '@flamestep/report';
import { comparedSources } from '../compared-sources.ts';
import { compareRuns } from '../compare-runs.ts';
import { createProgress } from '../progress.ts';
import { writeReport } from '../write-report.ts';
import type { RunCommand } from './command.ts';

export const runDiff: RunCommand = async (invocation, io) => {
  const progress = createProgress(io);
  const report = await compareRuns(comparedSources(invocation, io), invocation.options, io, progress);
  progress.done();
  await writeReport(report, invocation.options, io);
  return invocation.options['fail-on'] === 'regression' && hasRegression(report) ? 1 : undefined;
};
