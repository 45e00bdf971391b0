import type { HistoryEntry } from '@flamestep/backstage-plugin-flamestep-common';
import { useLoaded } from '../api/use-loaded.ts';
import { StepHistory } from '../charts/step-history.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { LoadingBlock } from '../parts/loading-block.tsx';
import { Measured } from '../parts/measured.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { historyWords } from '../words/history-words.ts';
import { formatDay } from '../words/format-time.ts';

const SHOWN = 8;

interface HistorySectionProps {
  readonly entityRef: string;
  readonly steps: readonly string[];
  readonly now: number;
}

/** The step over time, and the cause of each change. */
export function HistorySection({ entityRef, steps, now }: HistorySectionProps) {
  const loaded = useLoaded(entityRef, (client, signal) => client.history(entityRef, signal));
  return (
    <SectionCard title="History of the step">
      {loaded.state === 'loading' && <LoadingBlock height={160} />}
      {loaded.state === 'failed' && <FailureNote failure={loaded.failure} what="history" retry={loaded.retry} />}
      {loaded.state === 'ready' &&
        (loaded.value.entries.length === 0 ? (
          <p className="fsp-muted">Never rated. The history begins with the first assessment.</p>
        ) : (
          <>
            <Measured initial={480}>
              {(width) => <StepHistory entries={loaded.value.entries} steps={steps} width={width} now={now} />}
            </Measured>
            <ul className="fsp-log fsp-s">
              {loaded.value.entries.slice(0, SHOWN).map((entry: HistoryEntry) => (
                <li key={entry.at}>
                  <span className="fsp-num fsp-muted">{formatDay(entry.at, now)}</span>
                  <span>{historyWords(entry)}</span>
                </li>
              ))}
            </ul>
          </>
        ))}
    </SectionCard>
  );
}
