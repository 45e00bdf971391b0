import type { Profile, ValueType } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { TextLines } from '../text-lines.ts';
import { addressProfile } from './address-profile.ts';
import { AddressSamples } from './address-samples.ts';
import { decimal } from './decimal.ts';
import { isBlankOrComment } from './go-text.ts';
import { heapHeader } from './heap-header.ts';
import type { HeapHeader } from './heap-header.ts';
import { callAddress, hexAddresses } from './hex-addresses.ts';
import { announcesMemoryMap, findMemoryMap } from './memory-map.ts';
import { unsample } from './unsample.ts';

/** In use: count: bytes, allocated: [count: bytes], then the stack. A run of digits is tried from its first digit only. */
const SAMPLE = /((?:-|(?<![0-9]))[0-9]+): *(-?[0-9]+) *\[ *([0-9]+): *([0-9]+) *\] @([ x0-9a-f]*)/;

const WITH_ALLOCATIONS: readonly ValueType[] = [
  { type: 'alloc_objects', unit: 'count' },
  { type: 'alloc_space', unit: 'bytes' },
  { type: 'inuse_objects', unit: 'count' },
  { type: 'inuse_space', unit: 'bytes' },
];
const IN_USE_ONLY: readonly ValueType[] = [
  { type: 'objects', unit: 'count' },
  { type: 'space', unit: 'bytes' },
];

/**
 * Imports the text heap profiles of Go and gperftools: `heap profile: … @ heap/1048576`, `heapz_v2` and `heap_v2` (sampled, and
 * scaled up here), `heapprofile`, `growthz` and `fragmentationz` (complete). Every sample has the size of one object as its label
 * `bytes`.
 */
export function importHeap(bytes: Uint8Array, context: ImportContext): Profile {
  const lines = new TextLines(bytes);
  lines.next();
  const header = heapHeader(lines);
  if (!header) throw lines.error('not-a-profile', 'not the header of a heap profile');
  const sampleTypes = header.hasAllocations ? WITH_ALLOCATIONS : IN_USE_ONLY;
  const samples = new AddressSamples(sampleTypes.length, context.limits);
  while (lines.next()) {
    if (isBlankOrComment(lines.text)) continue;
    if (announcesMemoryMap(lines.text)) break;
    addSample(lines, header, samples, context);
  }
  return addressProfile({
    sampleTypes,
    samples,
    mappings: findMemoryMap(lines),
    header: { periodType: { type: 'space', unit: 'bytes' }, period: header.period },
  });
}

function addSample(lines: TextLines, header: HeapHeader, samples: AddressSamples, context: ImportContext): void {
  const [, usedCount, usedSize, allCount, allSize, stack] = SAMPLE.exec(lines.text) ?? [];
  const addresses = stack === undefined ? undefined : hexAddresses(stack);
  if (!addresses || usedCount === undefined || usedSize === undefined || allCount === undefined || allSize === undefined) {
    lines.skip(context, 'not a sample such as "1: 64 [2: 128] @ 0x1a2b 0x3c4d"');
    return;
  }
  const values: number[] = [];
  let blockSize = 0;
  const used = [usedCount, usedSize];
  const pairs = header.hasAllocations ? [[allCount, allSize], used] : [used];
  for (const [countText, sizeText] of pairs) {
    const count = decimal(countText, lines);
    const size = decimal(sizeText, lines);
    if (count === 0 && size !== 0) {
      lines.skip(context, 'a sample has bytes but no objects');
      return;
    }
    if (count !== 0) blockSize = Math.trunc(size / count) + 0;
    const all = header.isSampled ? unsample(count, size, header.period) : { count, size };
    values.push(all.count, all.size);
  }
  samples.add(addresses.map(callAddress), values, blockSize);
}
