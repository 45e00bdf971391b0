import { Select } from '@backstage/ui';
import type { TrendDetail, TrendProfile, TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import { useState } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { TrendChart } from '../charts/trend-chart.tsx';
import { ChangeLinks } from '../parts/change-links.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { LoadingBlock } from '../parts/loading-block.tsx';
import { Mark, MarkShape } from '../parts/mark.tsx';
import { Measured } from '../parts/measured.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { sampleTypeWords } from '../words/format-amount.ts';
import { formatTimes } from '../words/format-share.ts';
import { formatDay } from '../words/format-time.ts';
import { functionWithPackage } from '../words/split-function.ts';
import { trendWords } from '../words/trend-words.ts';
import { lineTitle } from './line-title.ts';
import { TrendTable } from './trend-table.tsx';

const MOST_FUNCTIONS = 3;

/** The trend of each profile key and sample type: the whole operation and what changed in it, on one time axis. */
export function TrendSection({ entityRef, summary }: { readonly entityRef: string; readonly summary: TrendSummary }) {
  const [chosen, setChosen] = useState<string>();
  const choice = chosen === undefined ? undefined : parseChoice(chosen);
  const loaded = useLoaded(`${entityRef} ${chosen ?? ''}`, (client, signal) => client.trends(entityRef, choice, signal));
  const value = loaded.state === 'ready' ? loaded.value : undefined;
  return (
    <SectionCard
      title="Performance trend"
      aside={
        value?.selected !== undefined && (
          <ProfileChoice profiles={value.profiles} selected={formatChoice(value.selected)} choose={setChosen} />
        )
      }
    >
      {loaded.state === 'loading' && <LoadingBlock height={200} />}
      {loaded.state === 'failed' && <FailureNote failure={loaded.failure} what="trend" retry={loaded.retry} />}
      {value !== undefined &&
        (value.selected === undefined ? <NoTrend summary={summary} /> : <TrendLines detail={value.selected} />)}
    </SectionCard>
  );
}

function NoTrend({ summary }: { readonly summary: TrendSummary }) {
  return (
    <div className="fsp-empty">
      <p>
        <b>No profile from the main branch yet.</b>{' '}
        {summary.state === 'no-data' && 'Whether the service got slower is not known.'}
      </p>
      <p className="fsp-s fsp-muted">
        Add the action to the main branch’s workflow; the first point shows after its first run, the usual band once there are
        enough.
      </p>
    </div>
  );
}

interface ProfileChoiceProps {
  readonly profiles: readonly TrendProfile[];
  readonly selected: string;
  readonly choose: (choice: string) => void;
}

function ProfileChoice({ profiles, selected, choose }: ProfileChoiceProps) {
  if (profiles.length < 2) {
    const [only] = profiles;
    return only === undefined ? null : <span className="fsp-s fsp-muted">{profileName(only)}</span>;
  }
  return (
    <Select
      aria-label="Profile and sample type"
      size="small"
      options={profiles.map((profile) => ({ value: formatChoice(profile), label: profileName(profile) }))}
      value={selected}
      onChange={(key) => choose(String(key))}
    />
  );
}

function TrendLines({ detail }: { readonly detail: TrendDetail }) {
  const { mark, word, sentence } = trendWords(detail.summary);
  const whole = detail.lines.filter((line) => line.function === undefined);
  const functions = detail.lines.filter((line) => line.function !== undefined).sort((a, b) => (b.times ?? 0) - (a.times ?? 0));
  const shown = [...whole, ...functions.slice(0, MOST_FUNCTIONS)];
  const [from, to] = [Date.parse(detail.from), Date.parse(detail.to)];
  const changes = shown
    .flatMap((line) => line.changes.map((change) => ({ line, change })))
    .sort((a, b) => b.change.time.localeCompare(a.change.time));
  const outliers = whole[0]?.outliers.length ?? 0;
  return (
    <>
      <p>
        <Mark name={mark}>{word}</Mark> {sentence}
      </p>
      <p className="fsp-s fsp-muted">
        A point for each report of the main branch. Band: what is usual, the middle 90 % before the last change.
        {outliers > 0 && ` Far off and left out: ${outliers}, as rings.`}
        {functions.length > MOST_FUNCTIONS &&
          ` ${functions.length - MOST_FUNCTIONS} more functions that changed are in the table.`}
      </p>
      <Measured initial={1000}>
        {(width) =>
          shown.map((line, index) => (
            <TrendChart
              key={line.function?.name ?? ''}
              line={line}
              title={lineTitle(line, detail)}
              from={from}
              to={to}
              width={width}
              hasTimeAxis={index === shown.length - 1}
            />
          ))
        }
      </Measured>
      <h3>{changes.length === 0 ? 'No change of level was found' : 'Changes of level'}</h3>
      <ul className="fsp-changes fsp-s">
        {changes.map(({ line, change }) => (
          <li key={`${line.function?.name ?? ''} ${change.time}`}>
            <span className={change.times > 1 ? 'fsp-mark-slower' : 'fsp-mark-faster'}>
              <MarkShape name={change.times > 1 ? 'slower' : 'faster'} /> <b>{formatDay(change.time, to)}</b>
            </span>
            : <code>{line.function === undefined ? 'whole operation' : functionWithPackage(line.function.name)}</code>{' '}
            {formatTimes(change.times)}, <ChangeLinks change={change} />
          </li>
        ))}
      </ul>
      <details>
        <summary>Show as a table</summary>
        <TrendTable lines={[...whole, ...functions]} detail={detail} />
      </details>
    </>
  );
}

function profileName({ key, sampleType }: TrendProfile): string {
  return `${key}, ${sampleTypeWords(sampleType)}`;
}

function formatChoice({ key, sampleType }: TrendProfile): string {
  return `${sampleType}\n${key}`;
}

function parseChoice(choice: string): { readonly key: string; readonly sampleType: string } {
  const end = choice.indexOf('\n');
  return { sampleType: choice.slice(0, end), key: choice.slice(end + 1) };
}
