import { Button } from '@backstage/ui';
import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { Fleet, ServicesSort } from '@flamestep/backstage-plugin-flamestep-common';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { createFlamestepClient } from '../api/flamestep-client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { LoadingBlock } from '../parts/loading-block.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { allServices } from './all-services.ts';
import { downloadText } from '../parts/download-text.ts';
import { NoServices } from './no-services.tsx';
import { PAGE_SIZE, filtersQuery, readFilters, writeFilters, type ServiceFilters } from './service-filters.ts';
import { ServiceFilterBar } from './service-filter-bar.tsx';
import { servicesCsv } from './services-csv.ts';
import { ServiceTable } from './service-table.tsx';

/** The services one by one: mine at first, what is in trouble on top. */
export function ServicesSection({ fleet }: { readonly fleet: Fleet }) {
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(address);
  const query = filtersQuery(filters);
  const page = { limit: PAGE_SIZE, offset: filters.page * PAGE_SIZE };
  const loaded = useLoaded(String(writeFilters(filters)), (client, signal) => client.services({ ...query, ...page }, signal));
  const change = useCallback(
    (changed: Partial<ServiceFilters>) => {
      setAddress((now) => writeFilters({ ...readFilters(now), page: 0, ...changed }), { replace: true });
    },
    [setAddress],
  );
  const { download, isDownloading, hasFailed } = useDownload(query);
  const list = loaded.state === 'ready' ? loaded.value : undefined;
  const sort = (by: ServicesSort) => change({ sort: by, descending: filters.sort === by && !filters.descending });
  return (
    <SectionCard
      title="Services"
      aside={
        <span className="fsp-s fsp-muted" role="status">
          {list !== undefined && `${list.total} ${list.total === 1 ? 'service matches' : 'services match'}`}
        </span>
      }
    >
      <ServiceFilterBar {...{ filters, change, download, isDownloading }} steps={fleet.steps} />
      {hasFailed && (
        <p role="alert" className="fsp-s">
          The list could not be downloaded. Nothing was saved.
        </p>
      )}
      {loaded.state === 'loading' && <LoadingBlock height={200} />}
      {loaded.state === 'failed' && <FailureNote failure={loaded.failure} what="list of services" retry={loaded.retry} />}
      {list !== undefined && list.total === 0 && <NoServices filters={filters} fleet={fleet} change={change} />}
      {list !== undefined && list.total > 0 && (
        <>
          <ServiceTable services={list.items} filters={filters} sort={sort} now={Date.now()} />
          <Pages page={filters.page} total={list.total} open={(to) => change({ page: to })} />
        </>
      )}
    </SectionCard>
  );
}

function useDownload(query: ReturnType<typeof filtersQuery>) {
  const { fetch } = useApi(fetchApiRef);
  const [state, setState] = useState<'idle' | 'downloading' | 'failed'>('idle');
  const download = async () => {
    setState('downloading');
    try {
      downloadText('services.csv', 'text/csv', servicesCsv(await allServices(createFlamestepClient(fetch), query)));
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return { download, isDownloading: state === 'downloading', hasFailed: state === 'failed' };
}

function Pages({ page, total, open }: { readonly page: number; readonly total: number; readonly open: (page: number) => void }) {
  const last = Math.ceil(total / PAGE_SIZE) - 1;
  if (last <= 0) return null;
  return (
    <nav className="fsp-controls fsp-pages" aria-label="Pages of services">
      <Button variant="secondary" size="small" isDisabled={page === 0} onPress={() => open(page - 1)}>
        Previous
      </Button>
      <span className="fsp-s">
        {page * PAGE_SIZE + 1}–{Math.min(total, (page + 1) * PAGE_SIZE)} of {total}
      </span>
      <Button variant="secondary" size="small" isDisabled={page >= last} onPress={() => open(page + 1)}>
        Next
      </Button>
    </nav>
  );
}
