import type { ServiceKind, ServicesQuery, ServicesSort, Tier } from '@flamestep/backstage-plugin-flamestep-common';

/** What the table of the overview shows, as its address says. */
export interface ServiceFilters {
  /** `mine`, `all`, or the reference of an owner. */
  readonly owner: string;
  readonly kind?: ServiceKind | undefined;
  readonly tier?: Tier | undefined;
  /** `none`: not rated yet. */
  readonly step?: number | 'none' | undefined;
  readonly slower: boolean;
  readonly text: string;
  readonly sort: ServicesSort;
  readonly descending: boolean;
  /** From 0. */
  readonly page: number;
}

/** Rows on a page. */
export const PAGE_SIZE = 50;

const MOST_PAGES = 10_000;
export const SERVICE_KINDS: readonly ServiceKind[] = ['backend', 'web', 'mobile', 'batch', 'library'];
export const TIERS: readonly Tier[] = [1, 2, 3, 4];
const SORTS: readonly ServicesSort[] = ['trouble', 'name', 'tier', 'step', 'assessed'];

/** Reads the filters of an address; what it cannot mean is left out. */
export function readFilters(address: URLSearchParams): ServiceFilters {
  const text = (name: string) => address.get(name) ?? '';
  const kind = SERVICE_KINDS.find((one) => one === text('kind'));
  const tier = TIERS.find((one) => String(one) === text('tier'));
  const step = text('step') === 'none' ? 'none' : /^\d$/.test(text('step')) ? Number(text('step')) : undefined;
  return {
    owner: text('owner') || 'mine',
    ...(kind !== undefined && { kind }),
    ...(tier !== undefined && { tier }),
    ...(step !== undefined && { step }),
    slower: text('slower') === 'true',
    text: text('text').slice(0, 200),
    sort: SORTS.find((one) => one === text('sort')) ?? 'trouble',
    descending: text('descending') === 'true',
    page: Math.min(MOST_PAGES, Math.max(0, Math.trunc(Number(text('page'))) || 0)),
  };
}

/** The address of filters; what is as at first is left out. */
export function writeFilters(filters: ServiceFilters): URLSearchParams {
  const { owner, kind, tier, step, slower, text, sort, descending, page } = filters;
  const said = {
    owner: owner === 'mine' ? '' : owner,
    kind: kind ?? '',
    tier: tier ?? '',
    step: step ?? '',
    slower: slower || '',
    text,
    sort: sort === 'trouble' ? '' : sort,
    descending: descending || '',
    page: page || '',
  };
  return new URLSearchParams(
    Object.entries(said)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
}

/** What the backend is asked for, without the page. */
export function filtersQuery({ owner, kind, tier, step, slower, text, sort, descending }: ServiceFilters): ServicesQuery {
  return {
    ...(owner === 'mine' ? { mine: true } : owner === 'all' ? {} : { owners: [owner] }),
    ...(kind !== undefined && { kinds: [kind] }),
    ...(tier !== undefined && { tiers: [tier] }),
    ...(step !== undefined && { steps: [step] }),
    ...(slower && { slower }),
    ...(text !== '' && { text }),
    sort,
    ...(descending && { descending }),
  };
}

/** Whether anything but the owner narrows the list. */
export function isNarrowed({ kind, tier, step, slower, text }: ServiceFilters): boolean {
  return kind !== undefined || tier !== undefined || step !== undefined || slower || text !== '';
}
