import type { ServiceManifest } from '@flamestep/maturity';

/** A service file for tests. */
export function manifestOf(name: string, rest: Partial<ServiceManifest> = {}): ServiceManifest {
  const service = { name, kind: 'backend', tier: 2, lifecycle: 'production' } as const;
  return { service, normal: [], selectors: {}, sources: [], ...rest };
}
