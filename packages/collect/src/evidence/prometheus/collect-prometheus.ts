import type { Context, Question } from '../question.ts';
import { alertRules } from './questions/alert-rules.ts';
import { availability } from './questions/availability.ts';
import { cost } from './questions/cost.ts';
import { customerOutcome } from './questions/customer-outcome.ts';
import { detectionProof } from './questions/detection-proof.ts';
import { deviations } from './questions/deviations.ts';
import { drills } from './questions/drills.ts';
import { firstTelemetry } from './questions/first-telemetry.ts';
import { incidentLoad } from './questions/incident-load.ts';
import { journeys } from './questions/journeys.ts';
import { normalHeld } from './questions/normal-held.ts';
import { outsideView } from './questions/outside-view.ts';
import { pagingRoute } from './questions/paging-route.ts';
import { pipelineAlert } from './questions/pipeline-alert.ts';
import { profilingOverhead } from './questions/profiling-overhead.ts';
import { progressiveDelivery } from './questions/progressive-delivery.ts';
import { recoveryTime } from './questions/recovery-time.ts';
import { requestMetrics } from './questions/request-metrics.ts';
import { responseKit } from './questions/response-kit.ts';
import { responseLoad } from './questions/response-load.ts';
import { runMetrics } from './questions/run-metrics.ts';
import { runResults } from './questions/run-results.ts';
import { scaling } from './questions/scaling.ts';
import { sloLive } from './questions/slo-live.ts';
import { webVitals } from './questions/web-vitals.ts';
import type { PrometheusSource } from './prometheus-source.ts';
import { createSurvey, type Survey } from './survey.ts';

/** Files of `questions/`: one question each, or none where the service file does not bind what is needed. */
const QUESTIONS: readonly ((survey: Survey) => Question | undefined)[] = [
  requestMetrics,
  runMetrics,
  runResults,
  webVitals,
  normalHeld,
  outsideView,
  journeys,
  firstTelemetry,
  alertRules,
  pipelineAlert,
  pagingRoute,
  detectionProof,
  responseKit,
  responseLoad,
  availability,
  incidentLoad,
  recoveryTime,
  deviations,
  drills,
  sloLive,
  scaling,
  cost,
  progressiveDelivery,
  customerOutcome,
  profilingOverhead,
];

/** What a Prometheus can tell of a service. */
export function collectPrometheus(source: PrometheusSource, context: Context): Question[] {
  const survey = createSurvey(source, context);
  return QUESTIONS.flatMap((question) => question(survey) ?? []);
}
