import type { Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Collected } from '@flamestep/collect';
import type { ServiceManifest } from '@flamestep/maturity';

/** Asks a system about services; for systems that flamestep does not know itself. */
export interface EvidenceCollector {
  /** Type of the source, as in `source.type` of the evidence: `datadog`. One collector for each. */
  readonly type: string;
  /** As service files name it; `main` when left out. */
  readonly instance?: string;
  /**
   * Finds out what the system knows. `subject` of the evidence is `manifest.service.name`. What could not be had is unavailable
   * evidence with a failure beside it, so that what was known before is kept and marked; throwing does the same for all of it.
   */
  collect(context: CollectorContext): Promise<Collected>;
}

/** What a collector is asked about, and how long. */
export interface CollectorContext {
  readonly entity: Entity;
  /** What `o11y.yaml` says, or what the entity tells where there is none. */
  readonly manifest: ServiceManifest;
  readonly now: Date;
  /** Ends the collection when it takes too long. */
  readonly signal: AbortSignal;
  readonly logger: LoggerService;
}
