import { ProfileBuilder } from '../../profile-builder.ts';
import type { BuilderHeader } from '../../profile-builder.ts';
import type { Profile, ValueType } from '../../profile.ts';
import type { TextLines } from '../text-lines.ts';
import { addSamples } from './address-profile.ts';
import type { AddressSamples } from './address-samples.ts';
import { assignMappings } from './assign-mappings.ts';
import { legacyFrameInfo } from './frame-info.ts';
import { trimSpace } from './go-text.ts';
import { javaPlace } from './java-place.ts';
import type { JavaPlace } from './java-place.ts';

const LOCATION = /^0x([0-9A-Fa-f]+)[\t\n\f\r ]+/;

/** The parts of a Java profile, with its text from the current line on, which says what the addresses are. */
export interface JavaProfileParts {
  readonly sampleTypes: readonly ValueType[];
  readonly samples: AddressSamples;
  readonly lines: TextLines;
  readonly header: BuilderHeader;
}

/** Makes a profile of samples and the places they name. Addresses are dropped: they are numbers that the agent handed out. */
export function javaProfile({ sampleTypes, samples, lines, header }: JavaProfileParts): Profile {
  const { places, fileOf } = readPlaces(samples.addresses, lines);
  const unnamed = samples.addresses.map((address, location) => (places[location] ? 0n : address));
  const { mappings, mappingOf } = assignMappings([], unnamed);

  const builder = new ProfileBuilder(sampleTypes);
  for (const mapping of mappings) builder.addMapping(mapping);
  const functions = new Map<string, number>();
  const functionOf = (name: string) => {
    let index = functions.get(name);
    if (index === undefined) functions.set(name, (index = builder.addFunction(name, { filename: fileOf.get(name) ?? '' })));
    return index;
  };
  for (let location = 0; location < samples.addresses.length; location++) {
    const place = places[location];
    const placed = place ? [{ function: functionOf(place.name), line: place.line }] : [];
    builder.addLocation({ mapping: mappingOf[location], lines: placed });
  }
  addSamples(samples, builder);
  return builder.build({ ...header, ...legacyFrameInfo(sampleTypes) });
}

/** Reads the places of the addresses that samples use, and the file of each function: the first one where its places disagree. */
function readPlaces(addresses: readonly bigint[], lines: TextLines) {
  const locationOf = new Map(addresses.map((address, location) => [address, location]));
  const places: (JavaPlace | undefined)[] = addresses.map(() => undefined);
  const fileOf = new Map<string, string>();
  do {
    const text = trimSpace(lines.text);
    const match = LOCATION.exec(text);
    if (!match) continue;
    const location = locationOf.get(BigInt(`0x${match[1]}`));
    if (location === undefined) continue;
    const place = javaPlace(text.slice(match[0].length));
    places[location] = place;
    if (!fileOf.has(place.name)) fileOf.set(place.name, place.file);
  } while (lines.next());
  return { places, fileOf };
}
