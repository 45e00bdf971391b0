import type { Profile, ValueType } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { TextLines } from '../text-lines.ts';
import { addressProfile } from './address-profile.ts';
import { AddressSamples } from './address-samples.ts';
import { decimal, nanosOfMillis, safeNumber } from './decimal.ts';
import { integerOfAnyBase, isBlankOrComment, trimSpace } from './go-text.ts';
import { callAddress, hexAddresses } from './hex-addresses.ts';
import { findMemoryMap } from './memory-map.ts';

const HEADERS = ['--- contentionz ', '--- mutex:', '--- contention:'];
/** Delay, number of contentions, stack. One number alone is split before its last digit, as pprof does. */
const SAMPLE = /(?<![0-9])(?:([0-9]+) +([0-9]+)|([0-9]+)([0-9])) @([ x0-9a-f]*)/;

const SAMPLE_TYPES: readonly ValueType[] = [
  { type: 'contentions', unit: 'count' },
  { type: 'delay', unit: 'nanoseconds' },
];

/** Whether a file whose first line this is holds lock contention. */
export function announcesContention(line: string): boolean {
  return HEADERS.some((header) => line.startsWith(header));
}

/** Imports lock contention as gperftools and Go's mutex and block profiles write it in text. */
export function importContention(bytes: Uint8Array, context: ImportContext): Profile {
  const lines = new TextLines(bytes);
  lines.next();
  if (!announcesContention(lines.text)) throw lines.error('not-a-profile', 'not the header of a contention profile');
  const attributes = readAttributes(lines);
  const samples = new AddressSamples(SAMPLE_TYPES.length, context.limits);
  // The line that ended the attributes is the first sample.
  do {
    const text = trimSpace(lines.text);
    if (text.startsWith('---')) break;
    if (!isBlankOrComment(text)) addSample(text, lines, attributes, samples, context);
  } while (lines.next());
  return addressProfile({
    sampleTypes: SAMPLE_TYPES,
    samples,
    mappings: findMemoryMap(lines),
    header: {
      periodType: { type: 'contentions', unit: 'count' },
      period: attributes.period,
      durationNanos: attributes.durationNanos,
    },
  });
}

interface Attributes {
  /** Contentions between two samples. */
  readonly period: number;
  /** Unit of the delays; 0 where they are nanoseconds already. */
  readonly cyclesPerSecond: number;
  readonly durationNanos: bigint;
}

/** Reads lines such as `sampling period = 100` up to the first line that is none. */
function readAttributes(lines: TextLines): Attributes {
  let period = 1;
  let cyclesPerSecond = 0;
  let durationNanos = 0n;
  while (lines.next()) {
    const text = trimSpace(lines.text);
    if (isBlankOrComment(text)) continue;
    const equals = text.indexOf('=');
    if (text.startsWith('---') || equals === -1) break;
    const value = integerOfAnyBase(trimSpace(text.slice(equals + 1)));
    const name = trimSpace(text.slice(0, equals));
    if (name === 'discarded samples') continue;
    if (value === undefined) throw lines.error('malformed', `"${name}" has no whole number`);
    if (name === 'cycles/second') cyclesPerSecond = safeNumber(value, lines);
    else if (name === 'sampling period') period = safeNumber(value, lines);
    else if (name === 'ms since reset') durationNanos = nanosOfMillis(value, lines);
    else throw lines.error('malformed', `"${name}" is no attribute of a contention profile`);
  }
  return { period, cyclesPerSecond, durationNanos };
}

function addSample(
  text: string,
  lines: TextLines,
  { period, cyclesPerSecond }: Attributes,
  samples: AddressSamples,
  context: ImportContext,
): void {
  const [, delayText, countText, delayDigits, lastDigit, stack] = SAMPLE.exec(text) ?? [];
  const addresses = stack === undefined ? undefined : hexAddresses(stack);
  const delayOrNone = delayText ?? delayDigits;
  const countOrNone = countText ?? lastDigit;
  if (!addresses || delayOrNone === undefined || countOrNone === undefined) {
    lines.skip(context, 'not a sample such as "19490304 27 @ 0x1a2b 0x3c4d"');
    return;
  }
  let delay = decimal(delayOrNone, lines);
  let count = decimal(countOrNone, lines);
  if (period > 0) {
    if (cyclesPerSecond > 0) delay = Math.trunc((delay * period) / (cyclesPerSecond / 1e9));
    count *= period;
  }
  samples.add(addresses.map(callAddress), [count, delay]);
}
