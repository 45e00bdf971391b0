import type { Fleet } from '@flamestep/backstage-plugin-flamestep-common';
import { MarkShape } from '../parts/mark.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { formatAge } from '../words/format-time.ts';

/** How far the figures of the page can be relied on. Shares are rounded so that they never look better than they are. */
export function KnownSection({ fleet }: { readonly fleet: Fleet }) {
  const { rollUp, staleServices, unknownShare, exemptShare, failingSources, models } = fleet;
  const { services, rated, exemptions } = rollUp;
  const now = Date.parse(fleet.asOf);
  return (
    <SectionCard title="How much of this is known">
      <dl className="fsp-figures">
        <Figure
          name="Coverage"
          value={`${rated} of ${services}`}
          words={
            services === 0
              ? 'no service yet'
              : `${Math.floor((rated / services) * 100)} % rated, ${services - rated} not rated yet`
          }
        />
        <Figure
          name="Stale"
          value={`${staleServices} of ${rated}`}
          words={`${rated === 0 ? 0 : Math.ceil((staleServices / rated) * 100)} % rest on evidence over its age limit`}
        />
        <Figure
          name="Unknown"
          value={rated === 0 ? 'all' : `${Math.ceil(unknownShare * 100)} %`}
          words="of the weight of all checks"
        />
        <Figure
          name="Exempt"
          value={`${Math.ceil(exemptShare * 100)} %`}
          words={`of the weight; ${exemptions.expiring} of ${exemptions.active} exemptions end soon`}
        />
      </dl>
      {failingSources.length > 0 && (
        <p className="fsp-s fsp-failing">
          <MarkShape name="stale" />{' '}
          <b>
            {failingSources.length} {failingSources.length === 1 ? 'source is' : 'sources are'} failing:
          </b>{' '}
          {failingSources
            .map(
              ({ type, instance, since, services: of }) =>
                `${type} ${instance} (${formatAge(since, now)}, ${of} ${of === 1 ? 'service' : 'services'})`,
            )
            .join(', ')}
          .
        </p>
      )}
      {models.length > 1 && (
        <p className="fsp-s fsp-muted">
          Steps of different models do not compare:{' '}
          {models.map(({ id, version, services: of }) => `${id} ${version} (${of})`).join(', ')}.
        </p>
      )}
    </SectionCard>
  );
}

function Figure({ name, value, words }: { readonly name: string; readonly value: string; readonly words: string }) {
  return (
    <div>
      <dt className="fsp-label">{name}</dt>
      <dd>
        <b className="fsp-figure">{value}</b>
        <span className="fsp-label">{words}</span>
      </dd>
    </div>
  );
}
