import { Button } from '@backstage/ui';
import type { Fleet } from '@flamestep/backstage-plugin-flamestep-common';
import { isNarrowed, type ServiceFilters } from './service-filters.ts';

interface NoServicesProps {
  readonly filters: ServiceFilters;
  readonly fleet: Fleet;
  readonly change: (changed: Partial<ServiceFilters>) => void;
}

/** Says why the table is empty, and how it is filled. */
export function NoServices({ filters, fleet, change }: NoServicesProps) {
  if (fleet.rollUp.services === 0) {
    return (
      <div className="fsp-empty">
        <p>
          <b>No service is known yet.</b> Add the annotation <code>flamestep.io/service</code> to an entity; it is seen within
          minutes.
        </p>
      </div>
    );
  }
  const clear = () => change({ kind: undefined, tier: undefined, step: undefined, slower: false, text: '' });
  return (
    <div className="fsp-empty">
      <p>
        <b>
          {isNarrowed(filters)
            ? 'No service matches the filters.'
            : filters.owner === 'mine'
              ? 'None of the services is yours.'
              : 'This owner has no service.'}
        </b>{' '}
        {fleet.rollUp.services} services are known.
      </p>
      <p className="fsp-controls">
        {isNarrowed(filters) && (
          <Button variant="secondary" size="small" onPress={clear}>
            Clear the filters
          </Button>
        )}
        {filters.owner !== 'all' && (
          <Button variant="secondary" size="small" onPress={() => change({ owner: 'all' })}>
            Show those of all owners
          </Button>
        )}
      </p>
    </div>
  );
}
