import { ProfileError } from '../../profile-error.ts';
import { arrayField } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-fields.ts';
import { ROOT } from '../stack-tree.ts';
import type { StackTree } from '../stack-tree.ts';
import type { FrameLocations } from './frame-locations.ts';
import type { Measure } from './measure.ts';

/** Adds the samples of a `sampled` profile: stacks of frame indices, outermost first, and a weight for each. */
export function readSampled(
  profile: JsonObject,
  place: () => string,
  frames: FrameLocations,
  stacks: StackTree,
  measure: Measure,
): void {
  const samples = arrayField(profile, 'samples', place);
  const weights = arrayField(profile, 'weights', place);
  if (samples.length !== weights.length) {
    throw new ProfileError('malformed', `${place()} has ${samples.length} samples and ${weights.length} weights`);
  }
  for (let i = 0; i < samples.length; i++) {
    const where = () => `sample ${i} of ${place()}`;
    const stack = samples[i];
    const weight = weights[i];
    if (!Array.isArray(stack)) throw new ProfileError('malformed', `${where()} is no array of frames`);
    if (typeof weight !== 'number') throw new ProfileError('malformed', `the weight of ${where()} is no number`);
    let node = ROOT;
    for (const frame of stack) node = stacks.child(node, frames.location(frame, where));
    stacks.add(node, measure.column, measure.amount(weight, where), measure.labelSet);
  }
}
