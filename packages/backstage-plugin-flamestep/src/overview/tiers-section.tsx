import type { Fleet, TierDistribution } from '@flamestep/backstage-plugin-flamestep-common';
import { CountBar } from '../charts/count-bar.tsx';
import { SectionCard } from '../parts/section-card.tsx';

/** How the services of each tier are spread over the steps, against what is meant for the tier. */
export function TiersSection({ fleet: { rollUp, steps } }: { readonly fleet: Fleet }) {
  const most = Math.max(1, ...rollUp.tiers.flatMap((tier) => [...tier.steps, tier.notRated]));
  return (
    <SectionCard
      title="Services by step and tier"
      aside={
        <span className="fsp-s fsp-muted">
          {rollUp.services} services, {rollUp.rated} rated
        </span>
      }
    >
      {rollUp.rated === 0 && rollUp.services > 0 && (
        <p>
          <b>None of {rollUp.services} services is rated yet.</b> No step is shown until the first collection has run.
        </p>
      )}
      <table className="fsp-table fsp-stack fsp-tiers">
        <thead>
          <tr>
            <th scope="col">Tier</th>
            <th scope="col">Not rated</th>
            {steps.map(({ en }, step) => (
              <th key={en} scope="col">
                <b>{step}</b> {en}
              </th>
            ))}
            <th scope="col">At target</th>
          </tr>
        </thead>
        <tbody>
          {rollUp.tiers
            .filter(({ services }) => services > 0)
            .map((tier) => (
              <TierRow key={tier.tier} tier={tier} names={steps.map(({ en }) => en)} most={most} />
            ))}
        </tbody>
      </table>
      <p className="fsp-xs fsp-muted fsp-below">
        Solid: at or above the target step of the tier. Outlined: below. Hatched: not rated, counted as not at target. Steps are
        never averaged. Libraries have steps of their own and are in the table only.
      </p>
    </SectionCard>
  );
}

interface TierRowProps {
  readonly tier: TierDistribution;
  readonly names: readonly string[];
  readonly most: number;
}

function TierRow({ tier: { tier, services, steps, notRated, target, atTarget }, names, most }: TierRowProps) {
  return (
    <tr>
      <th scope="row">
        Tier {tier}
        <span className="fsp-label">{target === undefined ? 'no target' : `target ${target}`}</span>
      </th>
      <td data-label="Not rated">
        <b>{notRated}</b>
        <CountBar count={notRated} most={most} look="hatched" />
      </td>
      {names.map((name, step) => (
        <td key={name} data-label={`${step} ${name}`}>
          <b>{steps[step] ?? 0}</b>
          <CountBar count={steps[step] ?? 0} most={most} look={target === undefined || step >= target ? 'solid' : 'outlined'} />
        </td>
      ))}
      <td data-label="At target">
        {atTarget === undefined ? (
          <span className="fsp-muted">no target</span>
        ) : (
          <>
            <b>
              {atTarget} of {services}
            </b>
            <span className="fsp-muted fsp-xs">{Math.floor((atTarget / services) * 100)} %</span>
          </>
        )}
      </td>
    </tr>
  );
}
