import { ProfileError } from '../../profile-error.ts';
import { ProfileBuilder } from '../../profile-builder.ts';
import type { Profile, ValueType } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import {
  integerField,
  numberField,
  objectAt,
  objectField,
  optionalArrayField,
  optionalIntegerField,
} from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-fields.ts';
import { StackTree } from '../stack-tree.ts';
import { callFrameField } from './call-frame-fields.ts';
import { CallFrames } from './call-frames.ts';
import type { CallFrame } from './call-frames.ts';
import { CallTree } from './call-tree.ts';

const SAMPLES: ValueType = { type: 'sample', unit: 'count' };
const SPACE: ValueType = { type: 'space', unit: 'bytes' };

/**
 * Imports a `.heapprofile` of V8: `space/bytes`, and `sample/count` before it where the file lists its samples. V8 has already
 * scaled the sizes up to all allocations. It has not scaled the samples and does not write its sampling interval, so they are
 * counted as what they are and not as objects, and the period is 0.
 */
export function importHeapprofile(document: JsonObject, context: ImportContext): Profile {
  const nodes = readNodes(objectField(document, 'head', () => 'the profile'));
  const counts = countSamples(document, nodes, context);
  const builder = new ProfileBuilder(counts ? [SAMPLES, SPACE] : [SPACE]);
  const stacks = new StackTree(counts ? 2 : 1, context.limits);
  const tree = new CallTree(nodes, new CallFrames(builder, context.limits), stacks);
  for (let node = 0; node < nodes.frames.length; node++) {
    const size = nodes.selfSizes[node];
    const count = counts?.[node] ?? 0;
    if (size === 0 && count === 0) continue;
    const stack = tree.stackOf(node);
    if (counts) stacks.add(stack, 0, count);
    stacks.add(stack, counts ? 1 : 0, size);
  }
  stacks.addSamplesTo(builder);
  return builder.build({ periodType: SPACE });
}

interface HeapNodes {
  readonly frames: readonly CallFrame[];
  readonly parents: readonly number[];
  readonly selfSizes: readonly number[];
  readonly indexOfId: ReadonlyMap<number, number>;
}

function readNodes(head: JsonObject): HeapNodes {
  const frames: CallFrame[] = [];
  const parents: number[] = [];
  const selfSizes: number[] = [];
  const indexOfId = new Map<number, number>();
  const waiting: { readonly value: unknown; readonly parent: number }[] = [{ value: head, parent: -1 }];
  while (waiting.length > 0) {
    const { value, parent } = waiting.pop()!;
    const index = frames.length;
    const place = () => `node ${index}`;
    const node = objectAt(value, place);
    const id = optionalIntegerField(node, 'id', place);
    if (id !== undefined) indexOfId.set(id, index);
    frames.push(callFrameField(node, place));
    parents.push(parent);
    selfSizes.push(sizeField(node, place));
    const children = optionalArrayField(node, 'children', place);
    for (let i = children.length - 1; i >= 0; i--) waiting.push({ value: children[i], parent: index });
  }
  return { frames, parents, selfSizes, indexOfId };
}

/** The protocol calls a size a number, not an integer, because V8 scales it. */
function sizeField(node: JsonObject, place: () => string): number {
  const size = Math.round(numberField(node, 'selfSize', place)) + 0; // + 0 makes 0 of -0
  if (size < 0) throw new ProfileError('malformed', `"selfSize" of ${place()} is ${size}, which is no size`);
  return size;
}

/** Counts samples by node. V8 itself lists samples that it took while it wrote the tree, and that the tree does not have. */
function countSamples(document: JsonObject, nodes: HeapNodes, { repairs }: ImportContext): Float64Array | undefined {
  if (document['samples'] === undefined) return undefined;
  const counts = new Float64Array(nodes.frames.length);
  optionalArrayField(document, 'samples', () => 'the profile').forEach((value, i) => {
    const place = () => `sample ${i}`;
    const node = nodes.indexOfId.get(integerField(objectAt(value, place), 'nodeId', place));
    if (node !== undefined) counts[node]++;
    else repairs.note('node of sample', 'dangling-reference', `sample ${i} has no node`, 'the sample is left out');
  });
  return counts;
}
