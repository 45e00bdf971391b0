import type { Profile } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { TextLines } from '../text-lines.ts';
import { addressProfile } from './address-profile.ts';
import { AddressSamples } from './address-samples.ts';
import { safeNumber } from './decimal.ts';
import { integerOfAnyBase, isBlankOrComment } from './go-text.ts';
import { callAddress, hexAddresses } from './hex-addresses.ts';
import { findMemoryMap } from './memory-map.ts';

const HEADER = /^([^\t\n\f\r ]+) profile: total [0-9]+$/;
const COUNT = /^([0-9]+) @(?= )/;
const FRAME = / 0x[0-9a-f]+/g;

/** What a Go count profile counts, `goroutine` or `threadcreate`, from its header; undefined where the line is none. */
export function countedThing(line: string): string | undefined {
  return HEADER.exec(line)?.[1];
}

/** Imports Go's text profiles that count one thing by stack, such as `goroutine profile: total 12`. */
export function importCount(bytes: Uint8Array, context: ImportContext): Profile {
  const lines = new TextLines(bytes);
  while (lines.next() && isBlankOrComment(lines.text));
  const type = countedThing(lines.text);
  if (type === undefined) throw lines.error('not-a-profile', 'not the header of a count profile');
  const sampleType = { type, unit: 'count' };
  const samples = new AddressSamples(1, context.limits);
  while (lines.next() && !lines.text.startsWith('---')) {
    if (!isBlankOrComment(lines.text)) addSample(lines, samples, context);
  }
  return addressProfile({
    sampleTypes: [sampleType],
    samples,
    mappings: findMemoryMap(lines),
    header: { periodType: sampleType, period: 1 },
  });
}

function addSample(lines: TextLines, samples: AddressSamples, context: ImportContext): void {
  const match = COUNT.exec(lines.text);
  const stack = match ? lines.text.slice(match[0].length) : '';
  const count = match?.[1] === undefined ? undefined : integerOfAnyBase(match[1]);
  const addresses = stack.replace(FRAME, '') === '' ? hexAddresses(stack) : undefined;
  if (count === undefined || !addresses) {
    lines.skip(context, 'not a count and a stack such as "3 @ 0x1a2b 0x3c4d"');
    return;
  }
  samples.add(addresses.map(callAddress), [safeNumber(count, lines)]);
}
