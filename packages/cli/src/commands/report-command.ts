import type { Profile, ReportOptions } from '@flamestep/pprof';
import type { Io } from '../io.ts';
import { readProfile } from '../read-profiles.ts';
import { writeResult } from '../write-result.ts';
import type { Result } from '../write-result.ts';
import type { Invocation, RunCommand } from './command.ts';
import { reportOptions } from './report-options.ts';

/** What a report command adds to the steps that all of them share. */
export interface ReportSteps<Report extends { readonly warnings: readonly string[] }> {
  build(profile: Profile, options: ReportOptions): Report;
  /** Whether the report shows nothing of single samples, but only what they add up to. */
  readonly addsUp?: boolean;
  text(report: Report): Result;
  /** The report as JSON text. Commands without it have no `--format`. */
  json?(report: Report): Result;
}

/** A command that reads profiles, makes a report and writes it. */
export function reportCommand<Report extends { readonly warnings: readonly string[] }>(steps: ReportSteps<Report>): RunCommand {
  return (invocation, io) => runReport(steps, invocation, io);
}

/** {@link reportCommand} for one command line; `patterns` are those that `build` compiles beside those of the options. */
export async function runReport<Report extends { readonly warnings: readonly string[] }>(
  steps: ReportSteps<Report>,
  { operands, options }: Invocation,
  io: Io,
  patterns: readonly string[] = [],
): Promise<undefined> {
  const settings = await reportOptions(options, io, patterns);
  const profile = await readProfile(operands, options, io, { forSums: steps.addsUp });
  const report = steps.build(profile, settings);
  for (const warning of report.warnings) io.writeErr(`flamestep: ${warning}\n`);
  const result = options.format === 'json' && steps.json ? steps.json(report) : steps.text(report);
  writeResult(result, options.output, io);
}
