import type { ServiceAssessment } from './service-assessment.ts';
import type { ServiceSummary } from './service-summary.ts';

/** Answer of `GET /v1/services/{kind}/{namespace}/{name}`: what the card and the top of the tab show. */
export interface ServiceDetail {
  readonly service: ServiceSummary;
  /** Name in evidence. */
  readonly serviceName?: string;
  /** `owner/name` whose reports are accepted. */
  readonly repository?: string;
  /** Absent: never assessed. */
  readonly assessment?: ServiceAssessment;
  /** Every source that was asked, and what the service names without anybody having connected it. */
  readonly sources: readonly ServiceSource[];
  /** ISO 8601: when the next assessment is due. */
  readonly nextAssessmentAt?: string;
  /** Why the last assessment could not be made at all: a fault in `o11y.yaml`, with its line. */
  readonly problem?: string;
}

/** A system that is asked about the service. */
export interface ServiceSource {
  readonly type: string;
  readonly instance: string;
  /** `unbound`: named by the service and not connected. `failing`: what it told before is kept, and stale. */
  readonly state: 'answering' | 'failing' | 'unbound';
  /** ISO 8601: of `failing`. */
  readonly since?: string;
  /** What happened, without secrets. */
  readonly message?: string;
  /** ISO 8601: when it last answered. */
  readonly answeredAt?: string;
  /** Kinds of evidence that it tells. */
  readonly kinds: readonly string[];
}
