import { ProfileError } from '../../profile-error.ts';
import type { ValueType } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { AddressSamples } from './address-samples.ts';
import { wordsBehindHeader } from './cpu-header.ts';
import type { CpuHeader } from './cpu-header.ts';
import { callAddress } from './hex-addresses.ts';

export const CPU_TYPE: ValueType = { type: 'cpu', unit: 'nanoseconds' };
export const CPU_SAMPLE_TYPES: readonly ValueType[] = [{ type: 'samples', unit: 'count' }, CPU_TYPE];

const NANOS_PER_MICRO = 1000n;

/** The samples of a binary CPU profile, and where the text behind them begins. */
export interface CpuSamples {
  readonly samples: AddressSamples;
  /** Nanoseconds between two samples. */
  readonly period: number;
  /** Byte offset of the text. */
  readonly end: number;
}

/**
 * Reads records of words: a count, the number of addresses, the addresses from the leaf on; until the end marker 0, 1, 0.
 *
 * @param areReturnAddresses whether the addresses of callers are those to which calls return, as in machine code
 */
export function readCpuSamples(
  bytes: Uint8Array,
  header: CpuHeader,
  areReturnAddresses: boolean,
  { limits, repairs }: ImportContext,
): CpuSamples {
  const words = wordsBehindHeader(bytes, header);
  const period = Number(header.period * NANOS_PER_MICRO);
  if (!Number.isSafeInteger(period)) throw new ProfileError('out-of-range', `a period of ${header.period} µs is no period`);
  const samples = new AddressSamples(CPU_SAMPLE_TYPES.length, limits);
  while (words.left >= 2) {
    const start = words.offset;
    const count = words.next();
    const depth = words.next();
    if (depth > BigInt(words.left)) {
      throw new ProfileError('truncated', `a stack of ${depth} addresses runs past the end; fetch the file again`, start);
    }
    const stack: bigint[] = [];
    for (let i = 0; i < depth; i++) stack.push(words.next());
    if (count === 0n && depth === 1n && stack[0] === 0n) return { samples, period, end: words.offset };
    if (areReturnAddresses) for (let i = 1; i < stack.length; i++) stack[i] = callAddress(stack[i]);
    const time = Number(count) * period;
    if (!Number.isSafeInteger(time)) throw new ProfileError('out-of-range', `${count} samples take longer than 2^53 ns`, start);
    samples.add(stack, [Number(count), time]);
  }
  repairs.fault('end marker', 'truncated', 'the samples have no end marker; fetch the file again', 'all are taken', bytes.length);
  return { samples, period, end: bytes.length };
}
