import { ProfileBuilder } from '../../profile-builder.ts';
import type { BuilderHeader } from '../../profile-builder.ts';
import type { Mapping, Profile, ValueType } from '../../profile.ts';
import type { AddressSamples } from './address-samples.ts';
import { assignMappings } from './assign-mappings.ts';
import { legacyFrameInfo } from './frame-info.ts';
import { callAddress } from './hex-addresses.ts';
import { tidyMappings } from './tidy-mappings.ts';

/** What a legacy format says about its samples as a whole. */
export interface AddressProfileParts {
  readonly sampleTypes: readonly ValueType[];
  readonly samples: AddressSamples;
  /** As the file lists them. */
  readonly mappings: readonly Mapping[];
  readonly header: BuilderHeader;
}

/** Makes a profile of samples that know addresses only: locations with their mappings, no functions. */
export function addressProfile({ sampleTypes, samples, mappings, header }: AddressProfileParts): Profile {
  const assigned = assignMappings(tidyMappings(mappings), samples.addresses);
  const builder = new ProfileBuilder(sampleTypes);
  for (const mapping of assigned.mappings) builder.addMapping(mapping);
  samples.addresses.forEach((address, location) => {
    builder.addLocation({ address, mapping: assigned.mappingOf[location] });
  });
  addSamples(samples, builder);
  return builder.build({ ...header, ...legacyFrameInfo(sampleTypes) });
}

/** Adds samples whose locations the builder has already, under the same numbers. */
export function addSamples(samples: AddressSamples, builder: ProfileBuilder): void {
  const labelSets = new Map<number, number>();
  const labelSetOf = (blockSize: number | undefined): number => {
    if (blockSize === undefined) return 0;
    const known = labelSets.get(blockSize);
    if (known !== undefined) return known;
    const labelSet = builder.addLabelSet([{ key: 'bytes', number: BigInt(blockSize) }]);
    labelSets.set(blockSize, labelSet);
    return labelSet;
  };
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = builder.addStack([...samples.stack(sample)]);
    builder.addSample(stack, samples.values(sample), labelSetOf(samples.blockSize(sample)));
  }
}

/**
 * Removes a doubled leaf: its address comes once from the processor's state and once, as that of a call, from walking the stack.
 */
export function dropDoubledLeaf(samples: AddressSamples): void {
  const { addresses } = samples;
  samples.dropCallerOfLeaf((leaf, caller) => addresses[caller] === callAddress(addresses[leaf]));
}
