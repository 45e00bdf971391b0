import { Button } from '@backstage/ui';
import type { ReportDetail } from '@flamestep/backstage-plugin-flamestep-common';
import type { Fact } from '../parts/page-head.tsx';
import { SafeLink } from '../parts/safe-link.tsx';
import { downloadText } from '../parts/download-text.ts';
import { formatMoment } from '../words/format-time.ts';

/** Under which conditions the report was made, what could have been seen, and how to repeat it. */
export function ReportFacts({ detail }: { readonly detail: ReportDetail }) {
  const { summary, report } = detail;
  const [profile] = report.profiles;
  return (
    <>
      <dl className="fsp-facts fsp-row">
        {facts(detail).map(({ name, value }) => (
          <div key={name}>
            <dt className="fsp-label">{name}</dt>
            <dd className="fsp-s">{value}</dd>
          </div>
        ))}
      </dl>
      {report.reproduce !== undefined && (
        <details>
          <summary>Reproduce on your machine</summary>
          <pre className="fsp-code">{report.reproduce}</pre>
        </details>
      )}
      <p className="fsp-s fsp-below fsp-controls">
        {profile !== undefined && (
          <span className="fsp-muted">
            Thresholds in force: {(profile.thresholds.share * 100).toLocaleString('en')} points and{' '}
            {(profile.thresholds.relative * 100).toLocaleString('en')} %.
          </span>
        )}
        <Button
          variant="tertiary"
          size="small"
          onPress={() => downloadText(`report-${summary.id}.json`, 'application/json', JSON.stringify(report, undefined, 2))}
        >
          Report as JSON
        </Button>
      </p>
    </>
  );
}

function facts({ summary, report }: ReportDetail): readonly Fact[] {
  const { subject, recording, environment, baseline } = report;
  const [profile] = report.profiles;
  const all: readonly (Fact | false)[] = [
    { name: 'Base', value: revision(subject?.base?.commit, undefined, baseline?.branch) },
    { name: 'Head', value: revision(summary.commit, summary.commitUrl, summary.branch) },
    summary.pullRequest !== undefined && {
      name: 'Pull request',
      value: <SafeLink href={summary.pullRequest.url}>PR #{summary.pullRequest.number}</SafeLink>,
    },
    profile !== undefined && {
      name: 'Runs',
      value: `${profile.runs.base}+${profile.runs.head}${recording?.order === undefined ? '' : `, ${recording.order}`}`,
    },
    profile !== undefined && {
      name: 'Samples',
      value: `${count(profile.samples.base)} + ${count(profile.samples.head)}${recording?.cpuRate === undefined ? '' : ` at ${recording.cpuRate} Hz`}`,
    },
    profile !== undefined && { name: 'Measure', value: measure(profile.normalization) },
    { name: 'Machine', value: machine(environment) },
    profile !== undefined && {
      name: 'Could have seen',
      value:
        profile.method === 'exact' ? 'every change' : `changes from ±${(profile.smallestDetectable * 100).toFixed(1)} points`,
    },
    { name: 'Recorded', value: formatMoment(summary.recordedAt) },
  ];
  return all.filter((fact) => fact !== false);
}

function revision(commit: string | undefined, url: string | undefined, label: string | undefined) {
  if (commit === undefined) return 'not told';
  return (
    <>
      <SafeLink href={url}>
        <code>{commit.slice(0, 7)}</code>
      </SafeLink>{' '}
      {label}
    </>
  );
}

type Normalization = ReportDetail['report']['profiles'][number]['normalization'];

function measure(normalization: Normalization): string {
  switch (normalization.kind) {
    case 'per-operation':
      return `per operation, ${count(normalization.operations.base)} + ${count(normalization.operations.head)}`;
    case 'absolute':
      return 'per run';
    case 'relative':
      return 'as shares of the whole';
  }
}

function machine(environment: ReportDetail['report']['environment']): string {
  if (environment === undefined) return 'not told';
  const { cpu, cores, runner } = environment.head;
  const isSame = environment.base !== undefined && environment.base.cpu === cpu && environment.base.runner === runner;
  const told = [runner, cores === undefined ? undefined : `${cores} CPU`, cpu].filter((part) => part !== undefined).join(', ');
  return `${told || 'not told'}${isSame ? ', the same on both sides' : ''}`;
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}
