import type { Fleet } from '@flamestep/backstage-plugin-flamestep-common';
import { useLoaded } from '../api/use-loaded.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { LoadingBlock } from '../parts/loading-block.tsx';
import { type Fact, PageHead } from '../parts/page-head.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { formatMoment } from '../words/format-time.ts';
import { KnownSection } from './known-section.tsx';
import { ServicesSection } from './services-section.tsx';
import { SlowerSection } from './slower-section.tsx';
import { TiersSection } from './tiers-section.tsx';

/** All services that the reader may see: where they stand, what got slower, and how much of it is known. */
export function OverviewPage() {
  const loaded = useLoaded('fleet', (client, signal) => client.fleet(signal));
  return (
    <PageFrame>
      <PageHead title="Observability of all services" facts={loaded.state === 'ready' ? facts(loaded.value) : []} />
      {loaded.state === 'ready' ? (
        <>
          <TiersSection fleet={loaded.value} />
          <div className="fsp-two">
            <SlowerSection slower={loaded.value.slower} />
            <KnownSection fleet={loaded.value} />
          </div>
          <ServicesSection fleet={loaded.value} />
        </>
      ) : (
        <SectionCard title="Services">
          {loaded.state === 'loading' ? (
            <LoadingBlock height={240} />
          ) : (
            <FailureNote failure={loaded.failure} what="state of the services" retry={loaded.retry} />
          )}
        </SectionCard>
      )}
    </PageFrame>
  );
}

function facts({ asOf, models }: Fleet): readonly Fact[] {
  return [
    { name: 'As of', value: formatMoment(asOf) },
    ...models.slice(0, 1).map(({ id, version }) => ({ name: 'Model', value: `${id} ${version}` })),
  ];
}
