import type { Exemption } from './exemption.ts';

/** What a service is; it decides what "normal" means for it. A `library` has no runtime and is judged by the library model. */
export type ServiceKind = 'backend' | 'web' | 'mobile' | 'batch' | 'library';

/** 1 is the most important. */
export type Tier = 1 | 2 | 3 | 4;

/** Only what is in production is judged by checks that say so. */
export type ServiceLifecycle = 'experimental' | 'production' | 'deprecated';

/** What is assessed. */
export interface Service {
  /** Unique in the fleet; evidence names it as its `subject`. */
  readonly name: string;
  readonly kind: ServiceKind;
  readonly tier: Tier;
  readonly lifecycle: ServiceLifecycle;
  /** Who owns it. An owner cannot approve an exemption of the own service. */
  readonly owner?: string;
  /** The service's own limits, by the name a criterion asks for, such as `availability`, in that criterion's unit. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly exemptions?: readonly Exemption[];
}
