import type { ServiceKind } from '@flamestep/maturity';

/** A range that fits each kind, as an example. */
const NORMAL: Readonly<Record<ServiceKind, string>> = {
  backend: '{ operation: POST /orders, metric: http_server_request_duration_seconds, percentile: 95, atMost: 0.3, unit: s }',
  web: '{ operation: checkout page, metric: web_vitals_lcp_seconds, percentile: 75, atMost: 2.5, unit: s, client: browser }',
  mobile: '{ operation: cold start, metric: app_start_seconds, percentile: 90, atMost: 2, unit: s, client: mobile }',
  batch: '{ operation: nightly run, metric: job_duration_seconds, atMost: 1800, unit: s }',
  library: '{ operation: BenchmarkParse, metric: ns/op, atMost: 1200 }',
};

/** A commented `o11y.yaml`; `today` is ISO 8601. */
export function manifestTemplate(name: string, kind: ServiceKind, today: string): string {
  return `# What this service is, for \`flamestep maturity\`. Where Prometheus and the others are is said on the command line, not here.
apiVersion: flamestep.io/v1
kind: Service
metadata:
  name: ${JSON.stringify(name)} # unique among your services
spec:
  kind: ${kind} # backend, web, mobile, batch or library: decides what is asked
  tier: 2 # 1 is the most important, 4 the least
  # lifecycle: production # experimental, production or deprecated
  # owner: my-team # who owns it; an owner cannot exempt the own service

  # What is normal here, by operation or journey: a metric and its range.
  # normal:
  #   - ${NORMAL[kind]}
  # reviewed: ${today} # when the ranges were last looked at; they hold for 180 days

  # Labels that mean this service in each system. The default is service="${name}".
  # selectors:
  #   prometheus: { job: ${JSON.stringify(name)} }
  #   loki: { app: ${JSON.stringify(name)} }

  # Systems that are to be asked about it. One that is named here and not connected is told.
  # sources:
  #   - { type: prometheus }
  #   - { type: alertmanager }
  #   - { type: github, role: incidents }

  # Checks that need not be met for now. Each ends, and none counts as a pass.
  # exemptions:
  #   - check: emits-traces
  #     reason: The framework cannot pass the trace context on before its next major version.
  #     category: planned # not-feasible, planned, third-party or accepted-risk
  #     approver: platform-team # not the owner
  #     ticket: OBS-1
  #     created: ${today}
  #     expires: ${today} # at most 180 days later; change it
`;
}
