import { Link } from '@backstage/ui';
import type { ServiceSummary } from '@flamestep/backstage-plugin-flamestep-common';
import { SmallScoreBar } from '../charts/small-score-bar.tsx';
import { SmallStairs } from '../charts/small-stairs.tsx';
import { Mark } from '../parts/mark.tsx';
import { useTabPath } from '../routes/tab-path.ts';
import { formatCredit } from '../words/format-share.ts';
import { formatAge } from '../words/format-time.ts';
import { serviceName } from '../words/service-name.ts';
import { shortTrendWords } from '../words/short-trend-words.ts';

/** A service in the table of the overview. */
export function ServiceRow({ service, now }: { readonly service: ServiceSummary; readonly now: number }) {
  const tabPath = useTabPath();
  const { entityRef, kind, tier, assessedAt, trend } = service;
  const { mark, word, more } = shortTrendWords(trend, now);
  return (
    <tr>
      <th scope="row">
        <Link href={tabPath(entityRef)}>
          <b>{serviceName(service)}</b>
        </Link>
        <span className="fsp-label">{kind}</span>
      </th>
      <td data-label="Tier">{tier}</td>
      <td data-label="Step">
        <StepCell service={service} now={now} />
      </td>
      <td data-label="Score">
        {service.score === undefined ? <Mark name="unknown">Unknown</Mark> : <span>{formatCredit(service.score)}</span>}
        <SmallScoreBar score={service.score} gate={service.gate} />
      </td>
      <td data-label="Before the next step">
        <BeforeCell service={service} />
      </td>
      <td data-label="Trend">
        <Mark name={mark}>{word}</Mark>
        {more !== '' && <span className="fsp-xs fsp-muted">{more}</span>}
      </td>
      <td data-label="Rated">{assessedAt === undefined ? 'never' : formatAge(assessedAt, now)}</td>
    </tr>
  );
}

function StepCell({ service, now }: { readonly service: ServiceSummary; readonly now: number }) {
  const { rated, step, stepName, staleSince } = service;
  return (
    <div className="fsp-step-cell">
      <SmallStairs step={rated ? step : undefined} isOld={staleSince !== undefined} />
      <span>
        {rated ? (
          <>
            <b>{step}</b> {stepName?.en}
          </>
        ) : (
          <b>Not rated yet</b>
        )}
        {staleSince !== undefined && <Mark name="stale">{formatAge(staleSince, now)} old</Mark>}
      </span>
    </div>
  );
}

function BeforeCell({ service: { before, annotated, rated, premature, failing } }: { readonly service: ServiceSummary }) {
  if (!annotated) {
    return (
      <>
        Annotation <code>flamestep.io/service</code> is missing
      </>
    );
  }
  const [first, ...others] = before;
  return (
    <>
      {first === undefined ? (
        rated ? (
          'Nothing: every gate is open'
        ) : (
          'No evidence yet'
        )
      ) : (
        <>
          {first.title.en}
          {others.length > 0 && `; ${others.length} more`}
        </>
      )}
      {failing && (
        <span>
          <Mark name="stale">A source fails</Mark>
        </span>
      )}
      {premature > 0 && (
        <span>
          <Mark name="premature">{premature} begun too early</Mark>
        </span>
      )}
    </>
  );
}
