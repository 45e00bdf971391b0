import type { ServiceDetail } from '@flamestep/backstage-plugin-flamestep-common';
import { MarkShape } from '../parts/mark.tsx';
import { formatMoment } from '../words/format-time.ts';

/** Sources that fail, and what could not be assessed at all. Nothing where every source answers. */
export function SourcesNote({ detail, now }: { readonly detail: ServiceDetail; readonly now: number }) {
  const failing = detail.sources.filter(({ state }) => state === 'failing');
  if (failing.length === 0 && detail.problem === undefined) return null;
  const old = detail.service.stale;
  return (
    <section className="fsp-note fsp-warn" aria-label="Sources that fail">
      {detail.problem !== undefined && (
        <p>
          <b>The last assessment could not be made.</b> {detail.problem}
        </p>
      )}
      {failing.map(({ type, instance, since, message }) => (
        <p key={`${type}/${instance}`}>
          <b>
            <MarkShape name="stale" /> {type} {instance} has not answered
            {since !== undefined && ` since ${formatMoment(since, now)}`}.
          </b>{' '}
          {message}
        </p>
      ))}
      {failing.length > 0 && (
        <p className="fsp-s">
          {old} {old === 1 ? 'finding rests' : 'findings rest'} on old evidence. Nothing was raised or lowered meanwhile; what
          grows too old becomes unknown.
        </p>
      )}
    </section>
  );
}
