import type { Check } from '../model/model.ts';
import { alertsHaveLiveSeries } from './alerts-have-live-series.ts';
import { alertsReachSomeone } from './alerts-reach-someone.ts';
import { boldChangesShip } from './bold-changes-ship.ts';
import { causeIsReachable } from './cause-is-reachable.ts';
import { chaosIsBounded } from './chaos-is-bounded.ts';
import { costIsUnderControl } from './cost-is-under-control.ts';
import { customerOutcomeIsUsed } from './customer-outcome-is-used.ts';
import { decisionsCiteFacts } from './decisions-cite-facts.ts';
import { deploysAreEvaluated } from './deploys-are-evaluated.ts';
import { emitsLogs } from './emits-logs.ts';
import { emitsMetrics } from './emits-metrics.ts';
import { emitsTraces } from './emits-traces.ts';
import { experimentsRollBack } from './experiments-roll-back.ts';
import { failuresAreDrilled } from './failures-are-drilled.ts';
import { hasDashboard } from './has-dashboard.ts';
import { incidentsAreCounted } from './incidents-are-counted.ts';
import { incidentsAreNoticed } from './incidents-are-noticed.ts';
import { instrumentedEarly } from './instrumented-early.ts';
import { normalIsDefined } from './normal-is-defined.ts';
import { outagesAreMeasured } from './outages-are-measured.ts';
import { profilingCostIsKnown } from './profiling-cost-is-known.ts';
import { quietDegradationIsImproved } from './quiet-degradation-is-improved.ts';
import { recoveryIsMeasured } from './recovery-is-measured.ts';
import { respondersAreEquipped } from './responders-are-equipped.ts';
import { responseImproves } from './response-improves.ts';
import { scalingFits } from './scaling-fits.ts';
import { seenFromOutside } from './seen-from-outside.ts';
import { serviceIsStable } from './service-is-stable.ts';
import { sloAfterStability } from './slo-after-stability.ts';
import { slowResponsesGetFixed } from './slow-responses-get-fixed.ts';
import { slowdownsAreNamed } from './slowdowns-are-named.ts';

/** The checks of services, in the order of the steps. */
export const SERVICE_CHECKS: readonly Check[] = [
  emitsMetrics,
  emitsLogs,
  emitsTraces,
  hasDashboard,
  normalIsDefined,
  seenFromOutside,
  alertsHaveLiveSeries,
  causeIsReachable,
  instrumentedEarly,
  profilingCostIsKnown,
  incidentsAreNoticed,
  alertsReachSomeone,
  respondersAreEquipped,
  responseImproves,
  outagesAreMeasured,
  incidentsAreCounted,
  recoveryIsMeasured,
  serviceIsStable,
  slowdownsAreNamed,
  slowResponsesGetFixed,
  sloAfterStability,
  quietDegradationIsImproved,
  scalingFits,
  costIsUnderControl,
  boldChangesShip,
  failuresAreDrilled,
  experimentsRollBack,
  deploysAreEvaluated,
  customerOutcomeIsUsed,
  decisionsCiteFacts,
  chaosIsBounded,
];
