import { inflate } from '#inflate';
import { limitsOf, tooLarge } from '../limits.ts';
import type { Limits } from '../limits.ts';
import type { Profile } from '../profile.ts';
import { decode, decodeLenient, isGzip } from '../wire/decode.ts';
import type { DecodeOptions, LenientResult } from '../wire/decode.ts';
import { Repairs } from '../wire/repairs.ts';
import { importCollapsed } from './collapsed/import-collapsed.ts';
import type { ImportContext } from './import-context.ts';
import { importContention } from './legacy/import-contention.ts';
import { importCount } from './legacy/import-count.ts';
import { importCpu } from './legacy/import-cpu.ts';
import { importHeap } from './legacy/import-heap.ts';
import { importJavaCpu } from './legacy/import-java-cpu.ts';
import { importJavaText } from './legacy/import-java-text.ts';
import { importThreads } from './legacy/import-threads.ts';
import type { ProfileFormat } from './profile-format.ts';
import { recognise } from './recognise.ts';
import type { Recognised } from './recognise.ts';
import { importSpeedscope } from './speedscope/import-speedscope.ts';
import { importCpuprofile } from './v8/import-cpuprofile.ts';
import { importHeapprofile } from './v8/import-heapprofile.ts';

/**
 * Reads a profile in any of the formats of {@link ProfileFormat}, gzipped or plain. The format is told from the bytes.
 *
 * Throws {@link ProfileError}: `not-a-profile` for an unknown format (with advice for some known ones), and the codes of `decode`
 * for a broken one. Faults in text carry the number of the line in the message and its byte offset.
 */
export function parse(bytes: Uint8Array, options: DecodeOptions = {}): Profile {
  const limits = limitsOf(options.limits);
  const input = recognise(inflated(bytes, limits), limits);
  if (input.format === 'pprof') return decode(input.bytes, options);
  return importAs(input, { limits, repairs: new Repairs(false) });
}

/**
 * As {@link parse}, but mends what leaves the meaning clear and says what it mended: as `decodeLenient` does for profile.proto; in
 * text, lines that are no samples are left out; in JSON, references that point nowhere are.
 */
export function parseLenient(bytes: Uint8Array, options: DecodeOptions = {}): LenientResult {
  const limits = limitsOf(options.limits);
  const input = recognise(inflated(bytes, limits), limits);
  if (input.format === 'pprof') return decodeLenient(input.bytes, options);
  const repairs = new Repairs(true);
  return { profile: importAs(input, { limits, repairs }), repairs: repairs.list() };
}

/** Tells the format of a profile, gzipped or plain, from its bytes. Throws `ProfileError` `not-a-profile` for any other data. */
export function detectFormat(bytes: Uint8Array, options: DecodeOptions = {}): ProfileFormat {
  const limits = limitsOf(options.limits);
  return recognise(inflated(bytes, limits), limits).format;
}

function inflated(bytes: Uint8Array, limits: Limits): Uint8Array {
  const plain = isGzip(bytes) ? inflate(bytes, limits.inflatedBytes) : bytes;
  if (plain.length > limits.inflatedBytes) throw tooLarge('inflatedBytes', limits.inflatedBytes);
  return plain;
}

function importAs(input: Exclude<Recognised, { format: 'pprof' }>, context: ImportContext): Profile {
  switch (input.format) {
    case 'cpuprofile':
      return importCpuprofile(input.document, context);
    case 'heapprofile':
      return importHeapprofile(input.document, context);
    case 'speedscope':
      return importSpeedscope(input.document, context);
    case 'collapsed':
      return importCollapsed(input.bytes, context);
    case 'legacy-cpu':
      return importCpu(input.bytes, context);
    case 'legacy-heap':
      return importHeap(input.bytes, context);
    case 'legacy-count':
      return importCount(input.bytes, context);
    case 'legacy-threads':
      return importThreads(input.bytes, context);
    case 'legacy-contention':
      return importContention(input.bytes, context);
    case 'java-cpu':
      return importJavaCpu(input.bytes, context);
    case 'java-heap':
    case 'java-contention':
      return importJavaText(input.bytes, context);
  }
}
