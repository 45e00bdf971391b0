import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The one spelling of a reference by which everything is kept: `component:default/checkout`, in small letters. Short ones are made
 * whole, with the kind given. Throws for what is no reference.
 */
export function canonicalEntityRef(ref: string, defaultKind?: string): string {
  const context = { defaultNamespace: 'default', ...(defaultKind !== undefined && { defaultKind }) };
  return stringifyEntityRef(parseEntityRef(ref, context));
}
