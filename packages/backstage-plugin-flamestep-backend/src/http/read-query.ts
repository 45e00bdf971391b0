import { InputError } from '@backstage/errors';
import type { ServicesQuery, ServicesSort } from '@flamestep/backstage-plugin-flamestep-common';
import { plainText } from '../store/plain-text.ts';
import type { ServiceKind, Tier } from '@flamestep/maturity';

/** Parameters of a request, as express leaves them: text, lists of text, or what a validator made of them. */
type Query = Readonly<Record<string, unknown>>;

const MOST_OWNERS = 200;
/** The value that matches nothing: an empty list cannot be sent otherwise. */
const NOTHING = '-';

/** What `GET /v1/services` and `/v1/fleet` are asked for. The description of the API has seen to the words and the bounds. */
export function readServicesQuery(query: Query): ServicesQuery {
  const owners = readList(query, 'owner');
  if (owners && owners.length > MOST_OWNERS)
    throw new InputError(`at most ${MOST_OWNERS} owners; give their common group instead`);
  const kinds = readList(query, 'kind');
  const tiers = readList(query, 'tier');
  const steps = readList(query, 'step');
  const text = readText(query, 'text');
  const sort = readText(query, 'sort');
  return {
    ...(owners && { owners: owners.filter((owner) => owner !== NOTHING) }),
    ...(readFlag(query, 'mine') && { mine: true }),
    // The description lists what these can be.
    ...(kinds && { kinds: kinds as ServiceKind[] }),
    ...(tiers && { tiers: tiers.filter((tier) => tier !== NOTHING).map((tier) => Number(tier) as Tier) }),
    ...(steps && { steps: steps.filter((step) => step !== NOTHING).map((step) => (step === 'none' ? step : Number(step))) }),
    ...(readFlag(query, 'slower') && { slower: true }),
    ...(text !== undefined && { text }),
    ...(sort !== undefined && { sort: sort as ServicesSort }),
    ...(readFlag(query, 'descending') && { descending: true }),
    limit: readNumber(query, 'limit') ?? 50,
    offset: readNumber(query, 'offset') ?? 0,
  };
}

/** Text, or undefined where it is left out. */
export function readText(query: Query, name: string): string | undefined {
  const value = query[name];
  return value === undefined ? undefined : plainText(String(value));
}

/** A number that the description has bounded. */
export function readNumber(query: Query, name: string): number | undefined {
  const value = query[name];
  return value === undefined ? undefined : Number(value);
}

/** True, false, or undefined where it is left out. */
export function readFlag(query: Query, name: string): boolean | undefined {
  const value = query[name];
  return value === undefined ? undefined : String(value) === 'true';
}

function readList(query: Query, name: string): string[] | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : [value]).map((one) => plainText(String(one)));
}
