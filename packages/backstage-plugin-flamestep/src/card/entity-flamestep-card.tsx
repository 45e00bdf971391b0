import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isFlamestepAvailable } from '@flamestep/backstage-plugin-flamestep-common';
import { useLoaded } from '../api/use-loaded.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { LoadingBlock } from '../parts/loading-block.tsx';
import { MissingAnnotation } from '../parts/missing-annotation.tsx';
import { Mark } from '../parts/mark.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { useOwnTabPath } from '../routes/tab-path.ts';
import { FlamestepArea } from '../theme/flamestep-area.tsx';
import { formatAge } from '../words/format-time.ts';
import { ServiceCardBody } from './service-card-body.tsx';

/** The card on an entity's overview: its step, its score, whether it got slower, and what to do next. */
export function EntityFlamestepCard() {
  const { entity } = useEntity();
  return (
    <FlamestepArea>
      {isFlamestepAvailable(entity) ? (
        <ServiceCard />
      ) : (
        <SectionCard title="Observability">
          <MissingAnnotation name={entity.metadata.name} />
        </SectionCard>
      )}
    </FlamestepArea>
  );
}

function ServiceCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const loaded = useLoaded(entityRef, (client, signal) => client.service(entityRef, signal));
  const tabPath = useOwnTabPath(entityRef);
  if (loaded.state === 'loading') {
    return (
      <SectionCard title="Observability" aside={<span className="fsp-xs fsp-muted">Loading</span>}>
        <LoadingBlock />
      </SectionCard>
    );
  }
  if (loaded.state === 'failed') {
    return (
      <SectionCard title="Observability">
        <FailureNote failure={loaded.failure} what="rating of this service" retry={loaded.retry} />
      </SectionCard>
    );
  }
  const { service } = loaded.value;
  const old = service.staleSince;
  return (
    <SectionCard
      title="Observability"
      aside={
        <span className="fsp-xs fsp-muted">
          {old !== undefined ? (
            <Mark name="stale">{formatAge(old)} old</Mark>
          ) : (
            service.rated && service.assessedAt !== undefined && `Rated ${formatAge(service.assessedAt)} ago`
          )}
        </span>
      }
    >
      <ServiceCardBody detail={loaded.value} tabPath={tabPath} now={Date.now()} />
    </SectionCard>
  );
}
