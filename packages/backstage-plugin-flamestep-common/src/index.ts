export {
  isFlamestepAvailable,
  MANIFEST_ANNOTATION,
  PROJECT_SLUG_ANNOTATION,
  SERVICE_ANNOTATION,
  SLO_ANNOTATION,
  TIER_ANNOTATION,
} from './annotations.ts';
export { canonicalEntityRef } from './canonical-entity-ref.ts';
export {
  flamestepPermissions,
  flamestepReportCreatePermission,
  flamestepServiceAssessPermission,
  flamestepServiceReadPermission,
} from './permissions.ts';
export { formatReporterSubject, parseReporterSubject } from './reporter-subject.ts';
export type { Reporter } from './reporter-subject.ts';
export { servicePath } from './service-path.ts';
export { servicesQuery } from './services-query.ts';
export type { ServicesQuery, ServicesSort } from './services-query.ts';
export type { Band } from './wire/band.ts';
export type {
  FailingSource,
  Fleet,
  FleetRollUp,
  SlowerChange,
  SlowerThisWeek,
} from './wire/fleet.ts';
export type { HistoryChange, HistoryEntry, ServiceHistory } from './wire/service-history.ts';
export type { ReportAccepted } from './wire/report-accepted.ts';
export type { ReportDetail, ReportSummary, ReportVerdict, ServiceReports } from './wire/service-reports.ts';
export type {
  AssessedEvidence,
  AssessedFinding,
  AssessedMeasure,
  AssessedPremature,
  AssessedStep,
  ServiceAssessment,
} from './wire/service-assessment.ts';
export type { ServiceDetail, ServiceSource } from './wire/service-detail.ts';
export type { NextBlocker, ServiceList, ServiceSummary } from './wire/service-summary.ts';
export type {
  ServiceTrends,
  TrendChange,
  TrendDetail,
  TrendLine,
  TrendProfile,
  TrendState,
  TrendSummary,
  WirePoint,
} from './wire/service-trends.ts';
export type {
  Action,
  Assessment,
  ChangeCause,
  CheapestSet,
  CheckText,
  Credit,
  Evidence,
  ExemptionState,
  Finding,
  GateBlocker,
  Locale,
  Localized,
  Outcome,
  ServiceKind,
  ServiceLifecycle,
  Tier,
  TierDistribution,
  UnknownReason,
  Waiting,
} from '@flamestep/maturity';
export type { Report, ReportTree } from '@flamestep/report';
