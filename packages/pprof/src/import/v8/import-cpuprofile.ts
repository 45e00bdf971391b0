import { ProfileBuilder } from '../../profile-builder.ts';
import type { Profile, ValueType } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { isObject } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-fields.ts';
import { StackTree } from '../stack-tree.ts';
import { CallFrames } from './call-frames.ts';
import { CallTree } from './call-tree.ts';
import { readNodeList, readNodeTree } from './cpu-nodes.ts';
import { readCpuTimes } from './cpu-times.ts';
import { shareOut } from './share-out.ts';

const SAMPLES: ValueType = { type: 'sample', unit: 'count' };
const WALL: ValueType = { type: 'wall', unit: 'nanoseconds' };
const COUNT_COLUMN = 0;
const WALL_COLUMN = 1;

/**
 * Imports a `.cpuprofile` of V8. Sample types are those of Node's own pprof writer, `sample/count` and `wall/nanoseconds`: V8
 * samples by the clock, waiting included, and shows it as frames of its own (`(idle)`, `(program)`, `(garbage collector)`), which
 * stay. Time is what really passed between samples (see `sampleDurations`), not the interval that was asked for; the period is
 * the median of it. `wall` is left out where the file has no times.
 *
 * Lines are those of `positionTicks` where these account for the samples of a node: the time of a node is then divided among its
 * lines by ticks. Frames further out stand at the line where their function begins, because V8 records no other.
 */
export function importCpuprofile(document: JsonObject, context: ImportContext): Profile {
  const { head } = document;
  const nodes = isObject(head) ? readNodeTree(head, context.repairs) : readNodeList(document, context.repairs);
  const { counts, durations, total, interval } = readCpuTimes(document, nodes, context);

  const builder = new ProfileBuilder(durations ? [SAMPLES, WALL] : [SAMPLES]);
  const stacks = new StackTree(durations ? 2 : 1, context.limits);
  const tree = new CallTree(nodes, new CallFrames(builder, context.limits), stacks);
  const add = (stack: number, count: number, duration: number) => {
    if (count === 0) return;
    stacks.add(stack, COUNT_COLUMN, count);
    if (durations) stacks.add(stack, WALL_COLUMN, duration);
  };
  for (let node = 0; node < counts.length; node++) {
    const count = counts[node];
    const duration = durations?.[node] ?? 0;
    const ticks = nodes.lineTicks[node];
    const withLine = ticks.reduce((sum, tick) => sum + tick.ticks, 0);
    if (count === 0) continue;
    if (withLine === 0 || withLine > count) {
      add(tree.stackOf(node), count, duration);
      continue;
    }
    const parts = shareOut(duration, [...ticks.map((tick) => tick.ticks), count - withLine]);
    ticks.forEach((tick, i) => {
      add(tree.stackOf(node, tick.line), tick.ticks, parts[i]);
    });
    if (withLine < count) add(tree.stackOf(node), count - withLine, parts[ticks.length]);
  }
  stacks.addSamplesTo(builder);
  if (!durations) return builder.build();
  return builder.build({ periodType: WALL, period: interval, durationNanos: BigInt(total) });
}
