import type { WireReader } from './wire-reader.ts';

/** The label messages in a run of label fields, without their keys, as pairs of offsets. */
export function labelMessages(reader: WireReader, start: number, end: number): number[] {
  const messages: number[] = [];
  reader.pos = start;
  while (reader.pos < end) {
    reader.field();
    const messageEnd = reader.endOfLength();
    messages.push(reader.pos, messageEnd);
    reader.pos = messageEnd;
  }
  return messages;
}
