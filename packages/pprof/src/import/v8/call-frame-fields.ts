import { objectField, optionalIntegerField, optionalTextField } from '../json/json-fields.ts';
import type { JsonObject, Place } from '../json/json-fields.ts';
import type { CallFrame } from './call-frames.ts';

const NO_SOURCE = -1;

/** Reads `callFrame` of a node. */
export function callFrameField(node: JsonObject, place: Place): CallFrame {
  const frame = objectField(node, 'callFrame', place);
  return {
    functionName: optionalTextField(frame, 'functionName', place),
    url: optionalTextField(frame, 'url', place),
    lineNumber: optionalIntegerField(frame, 'lineNumber', place) ?? NO_SOURCE,
    columnNumber: optionalIntegerField(frame, 'columnNumber', place) ?? NO_SOURCE,
  };
}

/** Reads a frame of the older form, whose fields stand in the node itself and whose lines are 1-based, 0 when unknown. */
export function oldCallFrame(node: JsonObject, place: Place): CallFrame {
  return {
    functionName: optionalTextField(node, 'functionName', place),
    url: optionalTextField(node, 'url', place),
    lineNumber: (optionalIntegerField(node, 'lineNumber', place) ?? 0) - 1,
    columnNumber: (optionalIntegerField(node, 'columnNumber', place) ?? 0) - 1,
  };
}
