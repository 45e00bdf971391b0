import type { Profile } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { TextLines } from '../text-lines.ts';
import { AddressSamples } from './address-samples.ts';
import { safeNumber } from './decimal.ts';
import { integerOfAnyBase, trimSpace } from './go-text.ts';
import { hexAddresses } from './hex-addresses.ts';
import { javaFormat, javaSampleTypes, readJavaAttributes } from './java-header.ts';
import { javaProfile } from './java-profile.ts';
import { unsample } from './unsample.ts';

/** Amount, count, stack; the other way round than elsewhere. A run of digits is tried from its first digit only. */
const SAMPLE = /(?<![0-9])([0-9]+) +([0-9]+) +@ +([ x0-9a-f]*)/;
const BYTES_PER_SAMPLE = 524_288;

/** Imports a heap or contention profile of Java (`--- heapz 1 ---`, `--- contentionz 1 ---` with `format = java`). */
export function importJavaText(bytes: Uint8Array, context: ImportContext): Profile {
  const lines = new TextLines(bytes);
  lines.next();
  const format = javaFormat(lines.text);
  if (!format) throw lines.error('not-a-profile', 'not the header of a Java profile');
  const { resolution, period, durationNanos } = readJavaAttributes(lines, format);
  const sampleTypes = javaSampleTypes(format, resolution);
  const samples = new AddressSamples(sampleTypes.length, context.limits);
  // The line that ended the attributes is the first sample, the one that ends the samples the first place.
  do {
    const text = trimSpace(lines.text);
    if (text === '') continue;
    const [, amountText, countText, stack] = SAMPLE.exec(text) ?? [];
    if (amountText === undefined || countText === undefined || stack === undefined) break;
    const addresses = hexAddresses(stack);
    if (!addresses) {
      lines.skip(context, 'an address has more than 64 bits');
      continue;
    }
    const amount = number(amountText, lines);
    const count = number(countText, lines);
    if (format === 'java-contention') samples.add(addresses, [count * (period || 1), amount * (period || 1)]);
    else if (count === 0) lines.skip(context, 'a sample has bytes but no objects');
    else {
      const all = unsample(count, amount, BYTES_PER_SAMPLE);
      samples.add(addresses, [all.count, all.size], Math.trunc(amount / count));
    }
  } while (lines.next());
  const periodType = { type: 'contentions', unit: 'count' };
  const header = period === undefined ? { durationNanos } : { durationNanos, period, periodType };
  return javaProfile({ sampleTypes, samples, lines, header });
}

function number(digits: string, lines: TextLines): number {
  const value = integerOfAnyBase(digits);
  if (value === undefined) throw lines.error('malformed', `"${digits}" is no whole number`);
  return safeNumber(value, lines);
}
