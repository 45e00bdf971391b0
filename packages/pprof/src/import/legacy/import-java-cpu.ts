import { ProfileError } from '../../profile-error.ts';
import type { Profile } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { TextLines } from '../text-lines.ts';
import { cpuHeader } from './cpu-header.ts';
import { CPU_SAMPLE_TYPES, CPU_TYPE, readCpuSamples } from './cpu-samples.ts';
import { javaProfile } from './java-profile.ts';

/** Imports a binary CPU profile of Java: the samples are followed by the names of their addresses. */
export function importJavaCpu(bytes: Uint8Array, context: ImportContext): Profile {
  const header = cpuHeader(bytes);
  if (!header) throw new ProfileError('not-a-profile', 'not the header of a binary CPU profile', 0);
  const { samples, period, end } = readCpuSamples(bytes, header, false, context);
  const lines = new TextLines(bytes, end);
  return javaProfile({ sampleTypes: CPU_SAMPLE_TYPES, samples, lines, header: { periodType: CPU_TYPE, period } });
}
