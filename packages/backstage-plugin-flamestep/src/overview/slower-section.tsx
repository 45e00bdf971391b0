import { Link } from '@backstage/ui';
import type { Fleet, SlowerChange } from '@flamestep/backstage-plugin-flamestep-common';
import { Mark } from '../parts/mark.tsx';
import { ReportLink } from '../parts/report-link.tsx';
import { SafeLink } from '../parts/safe-link.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { useTabPath } from '../routes/tab-path.ts';
import { sampleTypeWords } from '../words/format-amount.ts';
import { formatInterval, formatSigned } from '../words/format-share.ts';
import { formatDay } from '../words/format-time.ts';
import { serviceName } from '../words/service-name.ts';
import { shortFunction } from '../words/split-function.ts';

/** What got slower on main within seven days, and of how many nothing can be said. */
export function SlowerSection({ slower }: { readonly slower: Fleet['slower'] }) {
  const { from, to, services, total, unchanged, tooNoisy, unknown } = slower;
  return (
    <SectionCard
      title="Got slower this week"
      aside={
        <span className="fsp-s fsp-muted">
          {formatDay(from, Date.parse(to))} – {formatDay(to, Date.parse(to))}, main branch
        </span>
      }
    >
      {services.length === 0 && <p>{noneSlower(slower)}</p>}
      <ul className="fsp-lines">
        {services.map((service) => (
          <SlowerLine key={service.entityRef} service={service} now={Date.parse(to)} />
        ))}
      </ul>
      {total > services.length && <p className="fsp-s">And {total - services.length} more; the table has all.</p>}
      <dl className="fsp-counts fsp-s">
        <Count mark="same" word="Unchanged" count={unchanged} />
        <Count mark="noise" word="Too noisy" count={tooNoisy} />
        <Count mark="unknown" word="Unknown" count={unknown} more=" sent no report this week, or too few to tell" />
      </dl>
    </SectionCard>
  );
}

/** That nothing was found is news only of what was looked at. */
function noneSlower({ unchanged, tooNoisy, unknown }: Fleet['slower']): string {
  if (unchanged + tooNoisy === 0) return 'No service could be looked at, so nothing is known.';
  return `No slowdown was found.${unknown > 0 || tooNoisy > 0 ? ' Not all services could be judged:' : ''}`;
}

function SlowerLine({ service, now }: { readonly service: SlowerChange; readonly now: number }) {
  const tabPath = useTabPath();
  const { entityRef, trend, since } = service;
  const pull = since.pullRequest;
  return (
    <li>
      <span>
        <Link href={tabPath(entityRef)}>
          <b>{serviceName(service)}</b>
        </Link>
        {trend.function !== undefined && (
          <>
            {' · '}
            <code>{shortFunction(trend.function.name)}</code>
          </>
        )}
        <br />
        <span className="fsp-muted">
          since {formatDay(since.time, now)} ·{' '}
          {pull === undefined ? (
            <SafeLink href={since.commitUrl}>
              <code>{since.commit.slice(0, 7)}</code>
            </SafeLink>
          ) : (
            <SafeLink href={pull.url}>PR #{pull.number}</SafeLink>
          )}
          {since.reportId !== undefined && (
            <>
              {' · '}
              <ReportLink id={since.reportId}>report</ReportLink>
            </>
          )}
        </span>
      </span>
      {trend.change !== undefined && (
        <span className="fsp-amount">
          <b>
            {formatSigned(trend.change.value)} % {sampleTypeWords(trend.sampleType ?? '')}
          </b>
          <br />
          <span className="fsp-muted">
            {formatInterval(trend.change)}
            {trend.subject === 'function' && ', of the function'}
          </span>
        </span>
      )}
    </li>
  );
}

interface CountProps {
  readonly mark: 'same' | 'noise' | 'unknown';
  readonly word: string;
  readonly count: number;
  readonly more?: string;
}

function Count({ mark, word, count, more = '' }: CountProps) {
  return (
    <div>
      <dt>
        <Mark name={mark}>{word}</Mark>
      </dt>
      <dd>
        {count} {count === 1 ? 'service' : 'services'}
        {more}
      </dd>
    </div>
  );
}
