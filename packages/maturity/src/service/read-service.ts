import { LONGEST_EXEMPTION_DAYS } from '../evaluate/judge-exemptions.ts';
import { DAY, parseTime } from '../time.ts';
import type { Fault } from '../yaml/find-faults.ts';
import { readDocument } from '../yaml/read-document.ts';
import type { Exemption } from './exemption.ts';
import type { Service } from './service.ts';
import type { NormalRange, ServiceManifest, SourceBinding } from './service-manifest.ts';
import { serviceSchema } from './service-schema.ts';

/** As the schema lets it pass. */
interface Written {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly kind: Service['kind'];
    readonly tier: Service['tier'];
    readonly lifecycle?: Service['lifecycle'];
    readonly owner?: string;
    readonly normal?: readonly NormalRange[];
    readonly reviewed?: string;
    readonly limits?: Readonly<Record<string, number>>;
    readonly profilingOverhead?: { readonly atMost: number; readonly approver: string };
    readonly selectors?: ServiceManifest['selectors'];
    readonly sources?: readonly (Omit<SourceBinding, 'instance'> & { readonly instance?: string })[];
    readonly exemptions?: readonly Exemption[];
  };
}

/** Reads `o11y.yaml`. Throws `MaturityError`: `too-large`, or `invalid-manifest` with the line of every fault. */
export function readService(text: string): ServiceManifest {
  const { value, refuse } = readDocument(text, serviceSchema, 'service file');
  // The schema has seen to it.
  const { metadata, spec } = value as Written;
  refuse(findContradictions(spec));
  const { kind, tier, lifecycle = 'production', owner, limits, profilingOverhead, exemptions = [], reviewed } = spec;
  const service: Service = {
    name: metadata.name,
    kind,
    tier,
    lifecycle,
    ...(owner !== undefined && { owner }),
    limits: { ...limits, ...(profilingOverhead !== undefined && { profilingOverhead: profilingOverhead.atMost }) },
    exemptions,
  };
  return {
    service,
    normal: spec.normal ?? [],
    ...(reviewed !== undefined && { reviewed }),
    selectors: spec.selectors ?? {},
    sources: (spec.sources ?? []).map((source) => ({ ...source, instance: source.instance ?? 'main' })),
  };
}

function findContradictions({ normal = [], exemptions = [], owner, profilingOverhead, reviewed }: Written['spec']): Fault[] {
  const faults: Fault[] = [];
  const blame = (path: Fault['path'], message: string) => faults.push({ path: ['spec', ...path], message });
  normal.forEach(({ atLeast, atMost }, index) => {
    if (atLeast === undefined && atMost === undefined) blame(['normal', index], 'a range needs atLeast or atMost; add one');
    else if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
      blame(['normal', index, 'atLeast'], 'atLeast is above atMost; nothing is within');
  });
  if (reviewed !== undefined && Number.isNaN(parseTime(reviewed))) blame(['reviewed'], 'is no day; write it as 2026-11-16');
  if (owner !== undefined && profilingOverhead?.approver === owner)
    blame(['profilingOverhead', 'approver'], 'must not be the owner');
  exemptions.forEach(({ created, expires, approver }, index) => {
    const [from, to] = [parseTime(created), parseTime(expires)];
    if (Number.isNaN(from)) blame(['exemptions', index, 'created'], 'is no day; write it as 2026-11-16');
    if (Number.isNaN(to)) blame(['exemptions', index, 'expires'], 'is no day; write it as 2026-11-16');
    if (to <= from) blame(['exemptions', index, 'expires'], 'is not after created');
    if (to - from > LONGEST_EXEMPTION_DAYS * DAY)
      blame(
        ['exemptions', index, 'expires'],
        `is more than ${LONGEST_EXEMPTION_DAYS} days after created; a renewal is a new record`,
      );
    if (approver === owner) blame(['exemptions', index, 'approver'], 'must not be the owner');
  });
  return faults;
}
