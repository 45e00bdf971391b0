import type { ServiceKind, Tier } from '@flamestep/maturity';

/** By what the list is sorted. `trouble`: by tier, then what got slower or is furthest from good first. */
export type ServicesSort = 'trouble' | 'name' | 'tier' | 'step' | 'assessed';

/** Which services are asked for. What is left out is no filter, except that an empty list matches nothing. */
export interface ServicesQuery {
  /** References of owners; a group stands for its child groups too. */
  readonly owners?: readonly string[];
  /** Those that the caller owns, directly or through a group. */
  readonly mine?: boolean;
  readonly kinds?: readonly ServiceKind[];
  readonly tiers?: readonly Tier[];
  /** `none`: not rated yet. */
  readonly steps?: readonly (number | 'none')[];
  /** Got slower on main and has not come back. */
  readonly slower?: boolean;
  /** Part of the name or title. */
  readonly text?: string;
  /** `trouble` when left out. */
  readonly sort?: ServicesSort;
  readonly descending?: boolean;
  /** 1 to 200; 50 when left out. */
  readonly limit?: number;
  /** How many to leave out before the page; 0 when left out. */
  readonly offset?: number;
}

/** The value that matches nothing. */
const NOTHING = '-';

/** The query string of `GET /v1/services` and, without sort and page, of `GET /v1/fleet`; with its `?`, or empty. */
export function servicesQuery(query: ServicesQuery): string {
  const parameters = new URLSearchParams();
  const list = (name: string, values: readonly (string | number)[] | undefined) => {
    // An empty list matches nothing and has to be said; leaving it out would match everything.
    for (const value of values?.length === 0 ? [NOTHING] : (values ?? [])) parameters.append(name, String(value));
  };
  const one = (name: string, value: string | number | boolean | undefined) => {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  };
  list('owner', query.owners);
  one('mine', query.mine);
  list('kind', query.kinds);
  list('tier', query.tiers);
  list('step', query.steps);
  one('slower', query.slower);
  one('text', query.text);
  one('sort', query.sort);
  one('descending', query.descending);
  one('limit', query.limit);
  one('offset', query.offset);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
