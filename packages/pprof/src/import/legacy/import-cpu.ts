import { ProfileError } from '../../profile-error.ts';
import type { Profile } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { TextLines } from '../text-lines.ts';
import { addressProfile, dropDoubledLeaf } from './address-profile.ts';
import type { AddressSamples } from './address-samples.ts';
import { cpuHeader } from './cpu-header.ts';
import { CPU_SAMPLE_TYPES, CPU_TYPE, readCpuSamples } from './cpu-samples.ts';
import { readMemoryMap } from './memory-map.ts';

/** Frames that the signal handler may put between the leaf and its caller. */
const MOST_HANDLER_FRAMES = 2;
/** One sample in so many may be without such a frame. */
const SAMPLES_PER_EXCEPTION = 32;

/** Imports the binary CPU profile of gperftools and of Go up to 1.8: 32 or 64-bit words of either byte order. */
export function importCpu(bytes: Uint8Array, context: ImportContext): Profile {
  const header = cpuHeader(bytes);
  if (!header) throw new ProfileError('not-a-profile', 'not the header of a binary CPU profile', 0);
  const { samples, period, end } = readCpuSamples(bytes, header, true, context);
  dropHandlerFrames(samples);
  samples.compact();
  dropDoubledLeaf(samples);
  return addressProfile({
    sampleTypes: CPU_SAMPLE_TYPES,
    samples,
    mappings: readMemoryMap(new TextLines(bytes, end)),
    header: { periodType: CPU_TYPE, period },
  });
}

/** Removes the caller of the leaf where it is the same in nearly all samples: then it is the signal handler. */
function dropHandlerFrames(samples: AddressSamples): void {
  const enough = samples.length - Math.floor(samples.length / SAMPLES_PER_EXCEPTION);
  for (let i = 0; i < MOST_HANDLER_FRAMES; i++) {
    const counts = new Uint32Array(samples.addresses.length);
    for (let sample = 0; sample < samples.length; sample++) {
      const stack = samples.stack(sample);
      if (stack.length > 1) counts[stack[1]]++;
    }
    const handler = counts.findIndex((count) => count >= enough && count > 0);
    if (handler === -1) return;
    samples.dropCallerOfLeaf((_, caller) => caller === handler);
  }
}
