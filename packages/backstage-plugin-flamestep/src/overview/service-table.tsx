import type { ServicesSort, ServiceSummary } from '@flamestep/backstage-plugin-flamestep-common';
import { ServiceRow } from './service-row.tsx';
import type { ServiceFilters } from './service-filters.ts';

const COLUMNS: readonly { readonly title: string; readonly sort?: ServicesSort }[] = [
  { title: 'Service', sort: 'name' },
  { title: 'Tier', sort: 'tier' },
  { title: 'Step', sort: 'step' },
  { title: 'Score' },
  { title: 'Before the next step' },
  { title: 'Trend' },
  { title: 'Rated', sort: 'assessed' },
];

interface ServiceTableProps {
  readonly services: readonly ServiceSummary[];
  readonly filters: Pick<ServiceFilters, 'sort' | 'descending'>;
  readonly sort: (by: ServicesSort) => void;
  readonly now: number;
}

/** Services, a row each. Until a column is chosen: by tier, and what is in trouble first. */
export function ServiceTable({ services, filters, sort, now }: ServiceTableProps) {
  return (
    <table className="fsp-table fsp-stack fsp-services">
      <thead>
        <tr>
          {COLUMNS.map(({ title, sort: by }) => (
            <th
              key={title}
              scope="col"
              {...(by !== undefined && by === filters.sort && { 'aria-sort': filters.descending ? 'descending' : 'ascending' })}
            >
              {by === undefined ? (
                title
              ) : (
                <button type="button" className="fsp-sort" onClick={() => sort(by)}>
                  {title}
                  {by === filters.sort && <span aria-hidden="true">{filters.descending ? ' ↓' : ' ↑'}</span>}
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <ServiceRow key={service.entityRef} service={service} now={now} />
        ))}
      </tbody>
    </table>
  );
}
