import type { ServiceKind, ServiceLifecycle, Tier } from '@flamestep/maturity';

/** What the catalog says of a service. */
export interface CatalogService {
  /** Canonical. */
  readonly entityRef: string;
  readonly title: string | undefined;
  /** Canonical. */
  readonly owners: readonly string[];
  readonly type: string | undefined;
  /** What it is called in evidence; undefined where the entity does not say. */
  readonly serviceName: string | undefined;
  readonly manifestUrl: string | undefined;
  /** Folder with its SLOs. */
  readonly sloUrl: string | undefined;
  /** `owner/name` in small letters. */
  readonly repository: string | undefined;
  /** Told by the entity, unless its service file says otherwise. */
  readonly kind: ServiceKind;
  readonly tier: Tier;
  readonly lifecycle: ServiceLifecycle;
}
