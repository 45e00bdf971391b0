import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { useLoaded } from '../api/use-loaded.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { LoadingBlock } from '../parts/loading-block.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { ReportSections } from './report-sections.tsx';

/** A report; `?type=` and `?at=` name the sample type and the function at which its flame graph opens. */
export function ReportPage() {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const { key: visit } = useLocation();
  const loaded = useLoaded(id, (client, signal) => client.report(id, signal));
  return (
    <PageFrame>
      {loaded.state === 'ready' ? (
        <ReportSections
          detail={loaded.value}
          type={query.get('type') ?? undefined}
          at={query.get('at') ?? undefined}
          visit={visit}
        />
      ) : (
        <>
          <PageHead title="Report" facts={[]} />
          <SectionCard title="Verdict">
            {loaded.state === 'loading' ? (
              <LoadingBlock height={240} />
            ) : (
              <FailureNote
                failure={loaded.failure}
                what="report"
                absent="It was never here, or is older than reports are kept."
                retry={loaded.retry}
              />
            )}
          </SectionCard>
        </>
      )}
    </PageFrame>
  );
}
