import { ProfileError } from '../../profile-error.ts';
import type { ImportContext } from '../import-context.ts';
import { arrayField, numberField, objectAt, optionalNumberField } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-fields.ts';
import { ROOT } from '../stack-tree.ts';
import type { StackTree } from '../stack-tree.ts';
import type { FrameLocations } from './frame-locations.ts';
import type { Measure } from './measure.ts';

/** A frame that was opened and not yet closed. */
interface OpenFrame {
  readonly frame: number;
  readonly node: number;
}

/**
 * Adds an `evented` profile: frames that open and close. What passes between two events belongs to the stack that is open then;
 * what passes while nothing is open belongs to none.
 */
export function readEvented(
  profile: JsonObject,
  place: () => string,
  frames: FrameLocations,
  stacks: StackTree,
  measure: Measure,
  { repairs }: ImportContext,
): void {
  const start = optionalNumberField(profile, 'startValue', place) ?? 0;
  const open: OpenFrame[] = [];
  let passed = 0;
  const moveTo = (value: number, where: () => string) => {
    const now = measure.amount(value - start, where);
    if (now < passed) {
      repairs.fault('events out of order', 'malformed', `${where()} lies before the one before it`, 'taken as simultaneous');
      return;
    }
    if (open.length > 0 && now > passed) stacks.add(open[open.length - 1].node, measure.column, now - passed, measure.labelSet);
    passed = now;
  };

  const events = arrayField(profile, 'events', place);
  for (let i = 0; i < events.length; i++) {
    const where = () => `event ${i} of ${place()}`;
    const event = objectAt(events[i], where);
    const { type, frame } = event;
    const at = numberField(event, 'at', where);
    if (i === 0 && at < start) throw new ProfileError('malformed', `${where()} lies before "startValue"`);
    moveTo(at, where);
    const location = frames.location(frame, where);
    if (type === 'O') {
      const caller = open.length === 0 ? ROOT : open[open.length - 1].node;
      open.push({ frame: frame as number, node: stacks.child(caller, location) }); // location() let only indices through
    } else if (type === 'C') {
      if (open.at(-1)?.frame === frame) open.pop();
      else repairs.fault('close without open', 'malformed', unbalanced(where(), frame, open), 'left out');
    } else throw new ProfileError('malformed', `${where()} is neither "O" (open) nor "C" (close)`);
  }
  if (open.length === 0) return;
  const message = `${place()} ends with ${open.length} frames open`;
  repairs.fault('frames left open', 'malformed', message, 'closed at "endValue"');
  const end = optionalNumberField(profile, 'endValue', place);
  if (end !== undefined) moveTo(end, () => `"endValue" of ${place()}`);
}

function unbalanced(event: string, frame: unknown, open: readonly OpenFrame[]): string {
  const innermost = open.length === 0 ? 'none is open' : `the innermost open one is ${open[open.length - 1].frame}`;
  return `${event} closes frame ${String(frame)}, but ${innermost}`;
}
