import { Button, SearchField, Select, Switch } from '@backstage/ui';
import type { Fleet } from '@flamestep/backstage-plugin-flamestep-common';
import { useEffect, useState } from 'react';
import { ownerOption, useOwners } from './owner-options.ts';
import { SERVICE_KINDS, TIERS, type ServiceFilters } from './service-filters.ts';

const TYPING = 300;
const ANY = 'all';

interface ServiceFilterBarProps {
  readonly filters: ServiceFilters;
  readonly change: (changed: Partial<ServiceFilters>) => void;
  readonly steps: Fleet['steps'];
  /** Downloads what matches; pending while it is being read. */
  readonly download: () => void;
  readonly isDownloading: boolean;
}

/** What narrows the table. */
export function ServiceFilterBar({ filters, change, steps, download, isDownloading }: ServiceFilterBarProps) {
  const owners = useOwners();
  const isKnown = filters.owner === 'mine' || filters.owner === ANY || owners.some(({ value }) => value === filters.owner);
  const chosen = isKnown ? [] : [ownerOption(filters.owner)];
  return (
    <div className="fsp-controls fsp-filters">
      <TextFilter text={filters.text} change={change} />
      <Choice
        name="Owner"
        value={filters.owner}
        options={[
          { value: 'mine', label: 'Owner: mine' },
          { value: ANY, label: 'Owner: all' },
          ...[...chosen, ...owners].map(({ value, label }) => ({ value, label: `Owner: ${label}` })),
        ]}
        choose={(owner) => change({ owner })}
      />
      <Choice
        name="Kind"
        value={filters.kind ?? ANY}
        options={[ANY, ...SERVICE_KINDS].map((kind) => ({ value: kind, label: `Kind: ${kind}` }))}
        choose={(chosenKind) => change({ kind: SERVICE_KINDS.find((kind) => kind === chosenKind) })}
      />
      <Choice
        name="Tier"
        value={String(filters.tier ?? ANY)}
        options={[ANY, ...TIERS].map((tier) => ({ value: String(tier), label: `Tier: ${tier}` }))}
        choose={(chosenTier) => change({ tier: TIERS.find((tier) => String(tier) === chosenTier) })}
      />
      <Choice
        name="Step"
        value={String(filters.step ?? ANY)}
        options={[
          { value: ANY, label: 'Step: all' },
          { value: 'none', label: 'Step: not rated' },
          ...steps.map(({ en }, step) => ({ value: String(step), label: `Step: ${step} ${en}` })),
        ]}
        choose={(step) => change({ step: step === ANY ? undefined : step === 'none' ? step : Number(step) })}
      />
      <Switch label="Got slower" isSelected={filters.slower} onChange={(slower) => change({ slower })} />
      <Button className="fsp-last" variant="secondary" size="small" onPress={download} isPending={isDownloading}>
        CSV
      </Button>
    </div>
  );
}

/** Waits until nobody has typed for a moment. */
function TextFilter({ text, change }: { readonly text: string; readonly change: ServiceFilterBarProps['change'] }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => change({ text: typed }), TYPING);
    return () => clearTimeout(timer);
  }, [typed, text, change]);
  return <SearchField aria-label="Find a service" placeholder="Find a service" size="small" value={typed} onChange={setTyped} />;
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

function Choice({ name, value, options, choose }: ChoiceProps) {
  return <Select aria-label={name} size="small" options={options} value={value} onChange={(key) => choose(String(key))} />;
}
