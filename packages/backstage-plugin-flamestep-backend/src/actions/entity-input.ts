import { canonicalEntityRef } from '@flamestep/backstage-plugin-flamestep-common';
import { InputError } from '@backstage/errors';

/** How an action takes its service. */
export const ENTITY_INPUT = 'Reference of the entity: component:default/checkout, or checkout for short';

/** The reference that was meant. Throws `InputError`. */
export function entityRefOf(text: string): string {
  try {
    return canonicalEntityRef(text, 'component');
  } catch {
    throw new InputError('this is no reference of an entity; write it as component:default/checkout');
  }
}
