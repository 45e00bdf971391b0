import { Link } from '@backstage/ui';
import type { ServiceDetail } from '@flamestep/backstage-plugin-flamestep-common';
import { ScoreBar } from '../charts/score-bar.tsx';
import { Sparkline } from '../charts/sparkline.tsx';
import { Staircase } from '../charts/staircase.tsx';
import { Mark } from '../parts/mark.tsx';
import { Measured } from '../parts/measured.tsx';
import { effortWords, gainWords } from '../words/effort-words.ts';
import { ReportLink } from '../parts/report-link.tsx';
import { formatAmount, sampleTypeWords } from '../words/format-amount.ts';
import { formatCredit } from '../words/format-share.ts';
import { formatDay } from '../words/format-time.ts';
import { shortFunction } from '../words/split-function.ts';
import { stepNames } from '../words/step-names.ts';
import { stepReason } from '../words/step-reason.ts';
import { trendWords } from '../words/trend-words.ts';

interface ServiceCardBodyProps {
  readonly detail: ServiceDetail;
  readonly tabPath: string;
  readonly now: number;
}

/** What the card says, in the order that it is asked for: step, score, trend, next. */
export function ServiceCardBody({ detail, tabPath, now }: ServiceCardBodyProps) {
  const { service } = detail;
  const names = stepNames(detail);
  const isOld = service.staleSince !== undefined;
  const step = service.rated ? service.step : undefined;
  return (
    <>
      <Measured initial={360}>
        {(width) => <Staircase treads={names.map((name) => ({ name }))} step={step} isOld={isOld} width={width} />}
      </Measured>
      <p className="fsp-step">
        {step === undefined
          ? 'Not rated yet'
          : service.staleSince !== undefined
            ? `Step ${step}, as of ${formatDay(service.staleSince, now)}`
            : `Step ${step} of ${names.length - 1}: ${service.stepName?.en ?? names[step]}`}
      </p>
      <p className="fsp-s fsp-muted">{stepReason(detail, now)}</p>
      <div className="fsp-row">
        <div className="fsp-pair">
          <h3>{step === undefined ? 'Score' : `Score of step ${step}`}</h3>
          {service.score === undefined ? (
            <Mark name="unknown">Unknown</Mark>
          ) : (
            <b className="fsp-num">{formatCredit(service.score)}</b>
          )}
        </div>
        <Measured initial={360}>{(width) => <ScoreBar score={service.score} gate={service.gate} width={width} />}</Measured>
      </div>
      <CardTrend detail={detail} now={now} />
      <CardNext detail={detail} tabPath={tabPath} />
    </>
  );
}

function CardTrend({ detail: { service }, now }: { readonly detail: ServiceDetail; readonly now: number }) {
  const { trend } = service;
  const { mark, word, sentence } = trendWords(trend);
  const isKnown = !['no-data', 'silent', 'too-few'].includes(trend.state);
  const last = trend.sparkline?.[trend.sparkline.length - 1]?.[1];
  const value = trend.subject === 'whole' ? trend.level : last;
  const title = `${trend.sampleType === undefined ? 'Cost' : sampleTypeWords(trend.sampleType)}${trend.measure === 'relative' ? ', share' : ' per operation'}`;
  return (
    <div className="fsp-row">
      <div className="fsp-pair">
        <h3>{title}</h3>
        {isKnown && value !== undefined && trend.unit !== undefined ? (
          <b className="fsp-num">{formatAmount(value, trend.unit)}</b>
        ) : (
          <Mark name={mark}>{word}</Mark>
        )}
      </div>
      <Measured initial={360}>
        {(width) => <Sparkline trend={trend} width={width} now={now} label={`${title} over 90 days. ${word} ${sentence}`} />}
      </Measured>
      <p className="fsp-s">
        {isKnown && (
          <>
            <Mark name={mark}>{word}</Mark>{' '}
          </>
        )}
        {sentence} {trend.since !== undefined && <ChangeCause detailTrend={trend} />}
      </p>
    </div>
  );
}

function ChangeCause({ detailTrend: { since, function: changed } }: { readonly detailTrend: ServiceDetail['service']['trend'] }) {
  if (since === undefined) return null;
  const name = [
    ...(changed === undefined ? [] : [shortFunction(changed.name)]),
    since.pullRequest === undefined ? since.commit.slice(0, 7) : `PR #${since.pullRequest.number}`,
  ].join(', ');
  return since.reportId === undefined ? <span>{name}</span> : <ReportLink id={since.reportId}>{name}</ReportLink>;
}

function CardNext({
  detail: { assessment, service, problem },
  tabPath,
}: {
  readonly detail: ServiceDetail;
  readonly tabPath: string;
}) {
  const next = assessment?.next ?? [];
  const action = next[0];
  return (
    <div className="fsp-next">
      <h3>Next</h3>
      {problem !== undefined ? (
        <p>Mend o11y.yaml: {problem}</p>
      ) : action === undefined ? (
        <p>
          {service.rated
            ? 'Nothing: every gate is open.'
            : 'Add o11y.yaml with the selectors of the service, and the action to the main branch’s workflow.'}
        </p>
      ) : (
        <p>{action.title.en}</p>
      )}
      <p className="fsp-xs fsp-muted">
        {problem === undefined && action !== undefined && `Effort ${effortWords(action.effort)} · ${gainWords(action)} · `}
        <Link href={tabPath}>{next.length > 1 ? `all ${next.length} actions` : 'all of it'}</Link>
      </p>
    </div>
  );
}
