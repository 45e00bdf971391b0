import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

/** An owner to choose. */
export interface OwnerOption {
  readonly value: string;
  readonly label: string;
}

/** Who owns services, by the catalog. Empty while it is not known. */
export function useOwners(): readonly OwnerOption[] {
  const catalog = useApi(catalogApiRef);
  const [owners, setOwners] = useState<readonly OwnerOption[]>([]);
  useEffect(() => {
    let isGone = false;
    const query = { facets: ['relations.ownedBy'], filter: { kind: 'component' } };
    catalog.getEntityFacets(query).then(
      ({ facets }) => {
        if (!isGone) setOwners((facets['relations.ownedBy'] ?? []).map(({ value }) => ownerOption(value)));
      },
      // The list can be read without this filter.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [catalog]);
  return owners;
}

/** An owner by its reference. */
export function ownerOption(value: string): OwnerOption {
  const { namespace, name } = parseEntityRef(value, { defaultKind: 'group', defaultNamespace: 'default' });
  return { value, label: namespace === 'default' ? name : `${namespace}/${name}` };
}
