import { Button } from '@backstage/ui';
import type { ReportSummary } from '@flamestep/backstage-plugin-flamestep-common';
import { useState } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { LoadingBlock } from '../parts/loading-block.tsx';
import { Mark } from '../parts/mark.tsx';
import { ReportLink } from '../parts/report-link.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { formatDay } from '../words/format-time.ts';
import { reportSentence } from '../words/report-sentence.ts';
import { verdictMark } from '../words/verdict-mark.ts';

const FEW = 6;
const MANY = 100;

/** The newest reports, of the main branch and of pull requests, with their verdicts. */
export function ReportsSection({ entityRef, now }: { readonly entityRef: string; readonly now: number }) {
  const [limit, setLimit] = useState(FEW);
  const loaded = useLoaded(`${entityRef} ${limit}`, (client, signal) => client.reports(entityRef, limit, signal));
  const total = loaded.state === 'ready' ? loaded.value.total : 0;
  return (
    <SectionCard
      title="Latest reports"
      aside={
        total > limit &&
        limit === FEW && (
          <Button variant="tertiary" size="small" onPress={() => setLimit(MANY)}>
            {total > MANY ? `The newest ${MANY} of ${total}` : `All ${total}`}
          </Button>
        )
      }
    >
      {loaded.state === 'loading' && <LoadingBlock height={160} />}
      {loaded.state === 'failed' && <FailureNote failure={loaded.failure} what="list of reports" retry={loaded.retry} />}
      {loaded.state === 'ready' && total === 0 && (
        <p className="fsp-muted">No report yet. CI sends the first one with the action.</p>
      )}
      {loaded.state === 'ready' && total > 0 && (
        <ul className="fsp-log fsp-s">
          {loaded.value.items.map((report) => (
            <ReportRow key={report.id} report={report} now={now} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function ReportRow({ report, now }: { readonly report: ReportSummary; readonly now: number }) {
  const { id, pullRequest, branch, commit, recordedAt, fork } = report;
  const { mark, word } = verdictMark(report);
  const name =
    pullRequest === undefined
      ? [branch, commit?.slice(0, 7)].filter((part) => part !== undefined).join(' ')
      : `PR #${pullRequest.number} ${pullRequest.title ?? ''}`;
  return (
    <li>
      <span className="fsp-num fsp-muted">{formatDay(recordedAt, now)}</span>
      <span>
        <ReportLink id={id}>{name || report.name}</ReportLink>
        <br />
        <span className="fsp-muted">
          {reportSentence(report)}
          {fork !== undefined && ` · from the fork ${fork}, not verified`}
        </span>
      </span>
      <Mark name={mark}>{word}</Mark>
    </li>
  );
}
