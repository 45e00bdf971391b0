import { scale } from '../measurement/scale.ts';
import type { Profile } from '../profile.ts';
import { ProfileBuilder } from '../profile-builder.ts';
import type { NodeInfo } from './node-name.ts';
import { prepareReport } from './prepare-report.ts';
import type { ProtoReport } from './proto.ts';
import { reportGraph } from './report-graph.ts';
import type { ReportOptions } from './report-options.ts';

/**
 * The profile that `go tool pprof -topproto` writes: one sample for each row of a top report, with its cumulative and its own value
 * in the report's unit, truncated. For the errors see {@link top}.
 */
export function topProto(profile: Profile, options: ReportOptions = {}): ProtoReport {
  const prepared = prepareReport(profile, 'topproto', options);
  const { shown, nodes, format } = reportGraph(prepared);
  const builder = new ProfileBuilder([
    { type: 'cum', unit: format.outputUnit },
    { type: 'flat', unit: format.outputUnit },
  ]);
  const addFunction = functionAdder(builder);
  const inUnit = (value: number) => Math.trunc(scale(value, format.unit, format.outputUnit).value) + 0;
  for (const { node, flat, cum } of shown) {
    const info = nodes.info[node]!;
    const line = { function: addFunction(info), line: info.line, column: info.column };
    const location = builder.addLocation({ address: info.address, lines: [line] });
    builder.addSample(builder.addStack([location]), [inUnit(cum), inUnit(flat)]);
  }
  const { timeNanos, durationNanos, periodType, period } = prepared.profile;
  return { profile: builder.build({ timeNanos, durationNanos, periodType, period }), warnings: prepared.warnings };
}

function functionAdder(builder: ProfileBuilder): (info: NodeInfo) => number {
  const known = new Map<string, number>();
  return ({ name, file, startLine }) => {
    const key = JSON.stringify([name, file, startLine]);
    let index = known.get(key);
    if (index === undefined) known.set(key, (index = builder.addFunction(name, { systemName: '', filename: file, startLine })));
    return index;
  };
}
