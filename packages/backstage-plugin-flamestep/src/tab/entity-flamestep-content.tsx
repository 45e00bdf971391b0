import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isFlamestepAvailable } from '@flamestep/backstage-plugin-flamestep-common';
import { useState } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { LoadingBlock } from '../parts/loading-block.tsx';
import { MissingAnnotation } from '../parts/missing-annotation.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { FlamestepArea } from '../theme/flamestep-area.tsx';
import { stepNames } from '../words/step-names.ts';
import { FindingsSection } from './findings-section.tsx';
import { HistorySection } from './history-section.tsx';
import { NextSection } from './next-section.tsx';
import { PrematureNote } from './premature-note.tsx';
import { ReportsSection } from './reports-section.tsx';
import { SourcesNote } from './sources-note.tsx';
import { StepSection } from './step-section.tsx';
import { TrendSection } from './trend-section.tsx';

/** The tab of an entity: everything that is known of its observability, and what is not. */
export function EntityFlamestepContent() {
  const { entity } = useEntity();
  return (
    <FlamestepArea>
      {isFlamestepAvailable(entity) ? (
        <ServiceSections entityRef={stringifyEntityRef(entity)} />
      ) : (
        <SectionCard title="Observability">
          <MissingAnnotation name={entity.metadata.name} />
        </SectionCard>
      )}
    </FlamestepArea>
  );
}

function ServiceSections({ entityRef }: { readonly entityRef: string }) {
  const [assessed, setAssessed] = useState(0);
  const loaded = useLoaded(`${entityRef} ${assessed}`, (client, signal) => client.service(entityRef, signal));
  if (loaded.state !== 'ready') {
    return (
      <SectionCard title="Observability">
        {loaded.state === 'loading' ? (
          <LoadingBlock height={220} />
        ) : (
          <FailureNote failure={loaded.failure} what="rating of this service" retry={loaded.retry} />
        )}
      </SectionCard>
    );
  }
  const detail = loaded.value;
  const now = Date.now();
  return (
    <>
      <StepSection detail={detail} now={now} entityRef={entityRef} onAssessed={() => setAssessed((count) => count + 1)} />
      <SourcesNote detail={detail} now={now} />
      {detail.assessment !== undefined && <PrematureNote assessment={detail.assessment} />}
      {detail.assessment !== undefined && <NextSection assessment={detail.assessment} />}
      <TrendSection entityRef={entityRef} summary={detail.service.trend} />
      {detail.assessment !== undefined && <FindingsSection assessment={detail.assessment} now={now} />}
      <div className="fsp-two">
        <HistorySection key={assessed} entityRef={entityRef} steps={stepNames(detail)} now={now} />
        <ReportsSection entityRef={entityRef} now={now} />
      </div>
    </>
  );
}
