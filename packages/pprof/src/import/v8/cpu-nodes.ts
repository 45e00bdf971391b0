import { ProfileError } from '../../profile-error.ts';
import type { Repairs } from '../../wire/repairs.ts';
import { arrayField, integerField, objectAt, optionalArrayField, optionalIntegerField } from '../json/json-fields.ts';
import type { JsonObject, Place } from '../json/json-fields.ts';
import { callFrameField, oldCallFrame } from './call-frame-fields.ts';
import type { CallFrame } from './call-frames.ts';
import type { CallTreeNodes } from './call-tree.ts';

/** Samples of a node that fell on one line. */
export interface LineTicks {
  /** 1-based. */
  readonly line: number;
  readonly ticks: number;
}

/** The call tree of a `.cpuprofile`. */
export interface CpuNodes extends CallTreeNodes {
  readonly indexOfId: ReadonlyMap<number, number>;
  /** Samples with the node as innermost frame, as V8 counted them. */
  readonly hitCounts: readonly number[];
  readonly lineTicks: readonly (readonly LineTicks[])[];
}

/** Reads the list of nodes that refer to each other by id. */
export function readNodeList(document: JsonObject, repairs: Repairs): CpuNodes {
  const list = arrayField(document, 'nodes', () => 'the profile');
  const columns = new NodeColumns();
  const objects = list.map((value, index) => {
    const place = () => `node ${index}`;
    const node = objectAt(value, place);
    columns.add(node, callFrameField(node, place), -1, place, repairs);
    return node;
  });
  for (let index = 0; index < objects.length; index++) {
    const place = () => `node ${index}`;
    const parent = optionalIntegerField(objects[index], 'parent', place);
    if (parent !== undefined) columns.link(columns.indexOfId.get(parent), index, repairs);
    for (const child of optionalArrayField(objects[index], 'children', place)) {
      columns.link(index, columns.indexOfId.get(child as number), repairs); // anything but a known id is not found
    }
  }
  return columns;
}

/** Reads the older form, a tree of nodes that hold their children. */
export function readNodeTree(head: JsonObject, repairs: Repairs): CpuNodes {
  const columns = new NodeColumns();
  const waiting: { readonly value: unknown; readonly parent: number }[] = [{ value: head, parent: -1 }];
  while (waiting.length > 0) {
    const { value, parent } = waiting.pop()!;
    const index = columns.frames.length;
    const place = () => `node ${index}`;
    const node = objectAt(value, place);
    columns.add(node, oldCallFrame(node, place), parent, place, repairs);
    const children = optionalArrayField(node, 'children', place);
    for (let i = children.length - 1; i >= 0; i--) waiting.push({ value: children[i], parent: index });
  }
  return columns;
}

class NodeColumns implements CpuNodes {
  readonly frames: CallFrame[] = [];
  readonly parents: number[] = [];
  readonly indexOfId = new Map<number, number>();
  readonly hitCounts: number[] = [];
  readonly lineTicks: LineTicks[][] = [];

  add(node: JsonObject, frame: CallFrame, parent: number, place: Place, repairs: Repairs): void {
    const id = integerField(node, 'id', place);
    if (this.indexOfId.has(id)) {
      repairs.fault('node id twice', 'dangling-reference', `two nodes have the id ${id}`, 'the first is used');
    } else this.indexOfId.set(id, this.frames.length);
    this.frames.push(frame);
    this.parents.push(parent);
    this.hitCounts.push(countField(node, 'hitCount', place));
    this.lineTicks.push(
      optionalArrayField(node, 'positionTicks', place).map((value) => {
        const tick = objectAt(value, () => `an entry of "positionTicks" of ${place()}`);
        return { line: integerField(tick, 'line', place), ticks: countField(tick, 'ticks', place) };
      }),
    );
  }

  link(parent: number | undefined, child: number | undefined, repairs: Repairs): void {
    if (parent === undefined || child === undefined) {
      repairs.fault('node id', 'dangling-reference', 'a node refers to an id that no node has', 'the reference is left out');
    } else if (this.parents[child] === -1) this.parents[child] = parent;
    else if (this.parents[child] !== parent) {
      repairs.fault('two callers', 'malformed', `node ${child} is the child of two nodes`, 'the first is used');
    }
  }
}

function countField(object: JsonObject, field: string, place: Place): number {
  const count = optionalIntegerField(object, field, place) ?? 0;
  if (count < 0) throw new ProfileError('malformed', `"${field}" of ${place()} is ${count}, which is no count`);
  return count;
}
