import type { ServiceDetail } from '@flamestep/backstage-plugin-flamestep-common';
import { ScoreBar } from '../charts/score-bar.tsx';
import { Staircase, type Tread } from '../charts/staircase.tsx';
import { Mark } from '../parts/mark.tsx';
import { Measured } from '../parts/measured.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { formatCredit } from '../words/format-share.ts';
import { formatAge, formatDay, formatMoment } from '../words/format-time.ts';
import { stepNames } from '../words/step-names.ts';
import { stepReason } from '../words/step-reason.ts';
import { AssessNow } from './assess-now.tsx';

interface StepSectionProps {
  readonly detail: ServiceDetail;
  readonly now: number;
  readonly entityRef: string;
  readonly onAssessed: () => void;
}

/** The stairs with their gates, and what keeps the next gate closed. */
export function StepSection({ detail, now, entityRef, onAssessed }: StepSectionProps) {
  const { service, assessment } = detail;
  const names = stepNames(detail);
  const step = service.rated ? service.step : undefined;
  const title =
    step === undefined
      ? 'Not rated yet'
      : service.staleSince !== undefined
        ? `Step ${step}, as of ${formatDay(service.staleSince, now)}`
        : `Step ${step} of ${names.length - 1}: ${names[step]}`;
  const treads = names.map((_, index) => toTread(detail, names, index, now));
  return (
    <SectionCard title={title} aside={<AssessNow entityRef={entityRef} onAssessed={onAssessed} />}>
      <div className="fsp-top">
        <div>
          <p className="fsp-s fsp-muted">
            {service.assessedAt === undefined || assessment === undefined
              ? stepReason(detail, now)
              : `Rated ${formatMoment(service.assessedAt, now)}, ${formatAge(service.assessedAt, now)} ago · model ${assessment.model.id} ${assessment.model.version} · confidence ${Math.floor(assessment.confidence * 100)} %`}
          </p>
          <Measured initial={680}>
            {(width) => (
              <Staircase
                treads={treads}
                step={step}
                isOld={service.staleSince !== undefined}
                width={Math.min(width, 760)}
                isWide={width >= 560}
              />
            )}
          </Measured>
          {assessment?.waiting !== undefined && (
            <p className="fsp-s">
              Moves {assessment.waiting.direction} to step {assessment.waiting.step} on {formatDay(assessment.waiting.due, now)},
              if nothing changes before.
            </p>
          )}
        </div>
        <GateSummary detail={detail} now={now} />
      </div>
    </SectionCard>
  );
}

function GateSummary({ detail, now }: Pick<StepSectionProps, 'detail' | 'now'>) {
  const { service, assessment } = detail;
  const gated = assessment?.steps[service.step ?? -1];
  const next = assessment?.steps[(service.step ?? -1) + 1];
  if (!service.rated || gated === undefined) {
    return (
      <div>
        <h3>Score</h3>
        <Mark name="unknown">Unknown</Mark>
        <p className="fsp-s fsp-muted">{stepReason(detail, now)}</p>
      </div>
    );
  }
  return (
    <div>
      <h3>
        {next === undefined ? 'Last gate' : `Gate to step ${next.step}, ${next.name.en}`}: {gated.gate.open ? 'open' : 'closed'}
      </h3>
      <ul className="fsp-blockers fsp-s">
        {service.before.map(({ check, title, outcome, premature }) => (
          <li key={check ?? title.en}>
            {premature ? (
              <Mark name="premature">Too early</Mark>
            ) : (
              <OutcomeMark outcome={outcome ?? 'fail'} word={outcome === undefined ? 'Not met' : undefined} />
            )}
            <b>{title.en}</b>
          </li>
        ))}
      </ul>
      <div className="fsp-pair">
        <h3>Score of step {service.step}</h3>
        {service.score === undefined ? (
          <Mark name="unknown">Unknown</Mark>
        ) : (
          <b className="fsp-num">{formatCredit(service.score)}</b>
        )}
      </div>
      <Measured initial={300}>{(width) => <ScoreBar score={service.score} gate={service.gate} width={width} />}</Measured>
      <p className="fsp-xs fsp-muted">Solid is certain; the pale part is what unknown checks could add.</p>
    </div>
  );
}

function toTread({ service, assessment }: ServiceDetail, names: readonly string[], index: number, now: number): Tread {
  const name = names[index] ?? '';
  const found = assessment?.steps[index];
  if (found === undefined || !service.rated || service.step === undefined) return { name };
  const isPassed = index < service.step;
  const gate = isPassed ? 'met' : index === service.step ? (found.gate.open ? 'met' : 'closed') : 'not-reached';
  const since = found.reachedAt === undefined ? undefined : formatDay(found.reachedAt, now);
  const note =
    since === undefined ? undefined : isPassed ? `Gate met ${since}` : index === service.step ? `Here since ${since}` : undefined;
  return { name, gate, note };
}
