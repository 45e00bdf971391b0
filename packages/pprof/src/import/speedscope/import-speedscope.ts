import { ProfileError } from '../../profile-error.ts';
import { ProfileBuilder } from '../../profile-builder.ts';
import type { Profile } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { arrayField, objectAt, objectField, optionalTextField, textField } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-fields.ts';
import { StackTree } from '../stack-tree.ts';
import { FrameLocations } from './frame-locations.ts';
import { Measure } from './measure.ts';
import { readEvented } from './read-evented.ts';
import { readSampled } from './read-sampled.ts';
import { speedscopeUnit } from './speedscope-unit.ts';

/**
 * Imports a file of speedscope, sampled and evented profiles alike. Times become nanoseconds; profiles that measure different
 * things (time and bytes) get a sample type each. Where the file holds several profiles, every sample has a label `profile` with
 * the name of its own.
 */
export function importSpeedscope(document: JsonObject, context: ImportContext): Profile {
  const inFile = () => 'the file';
  const inProfile = (index: number) => () => `profile ${index}`;
  const profiles = arrayField(document, 'profiles', inFile).map((profile, index) => objectAt(profile, inProfile(index)));
  const units = profiles.map((profile, index) => speedscopeUnit(textField(profile, 'unit', inProfile(index))));
  const types = [...new Set(units.map(({ type }) => type))];

  const builder = new ProfileBuilder(types);
  const stacks = new StackTree(types.length, context.limits);
  const shared = objectField(document, 'shared', inFile);
  const frames = new FrameLocations(
    arrayField(shared, 'frames', () => '"shared"'),
    builder,
    context,
  );
  const labelSets = new Map<string, number>();
  const labelSetOf = (name: string) => {
    if (profiles.length === 1) return 0;
    const known = labelSets.get(name);
    if (known !== undefined) return known;
    const labelSet = builder.addLabelSet([{ key: 'profile', string: name }]);
    labelSets.set(name, labelSet);
    return labelSet;
  };

  profiles.forEach((profile, index) => {
    const place = inProfile(index);
    const labelSet = labelSetOf(optionalTextField(profile, 'name', place));
    const measure = new Measure(types.indexOf(units[index].type), labelSet, units[index], context);
    if (profile['type'] === 'sampled') readSampled(profile, place, frames, stacks, measure);
    else if (profile['type'] === 'evented') readEvented(profile, place, frames, stacks, measure, context);
    else throw new ProfileError('malformed', `"type" of ${place()} is neither "sampled" nor "evented"`);
  });
  stacks.addSamplesTo(builder);
  return builder.build();
}
