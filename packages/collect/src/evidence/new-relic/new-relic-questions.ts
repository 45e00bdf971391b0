import type { BuiltInKind } from '@flamestep/maturity';
import type { Json } from '../http/answer.ts';
import { numberAt } from '../http/answer.ts';
import type { Values } from '../question.ts';

/** A question in NRQL; `APP` stands for the service's name, escaped. */
export interface NrqlQuestion {
  readonly kind: BuiltInKind;
  readonly nrql: string;
  readonly days: number;
  /** The values in the rows of the answer; `undefined` where they hold none. */
  read(rows: readonly Json[]): { readonly values: Values; readonly samples?: number } | undefined;
}

/** What is read from New Relic, by its events: Transaction, Log, Span, PageView, Mobile, JavaScriptError, SyntheticCheck and NrAiIncident. */
export const NRQL_QUESTIONS: readonly NrqlQuestion[] = [
  {
    kind: 'request-metrics',
    nrql: 'SELECT count(*) AS n, count(error) AS e, average(duration) AS d FROM Transaction WHERE appName = APP TIMESERIES 5 minutes SINCE 1 day ago',
    days: 1,
    read: (rows) => {
      const filled = rows.filter((row) => numberAt(row, 'n') > 0);
      const isThere = filled.length > 0;
      // Errors are an attribute of every transaction: where those are, errors are counted.
      const values = { rate: isThere, errors: isThere, duration: filled.some((row) => numberAt(row, 'd') >= 0) };
      return { values: { ...values, slotCoverage: rows.length === 0 ? 0 : filled.length / rows.length } };
    },
  },
  {
    kind: 'availability',
    nrql: 'SELECT count(*) AS n, percentage(count(*), WHERE error IS NOT true) AS good FROM Transaction WHERE appName = APP TIMESERIES 1 day SINCE 28 days ago',
    days: 28,
    read: (rows) => goodShare(rows, 'share'),
  },
  {
    kind: 'log-stream',
    nrql: 'SELECT count(*) AS n, count(level) AS leveled, filter(count(*), WHERE trace.id IS NOT NULL) AS traced FROM Log WHERE entity.name = APP SINCE 1 day ago',
    days: 1,
    read: ([row]) => {
      const records = numberAt(row, 'n') || 0;
      const share = (key: string): number | null => (records === 0 ? null : (numberAt(row, key) || 0) / records);
      return { values: { records, severityShare: share('leveled'), traceIdShare: share('traced') }, samples: records };
    },
  },
  {
    kind: 'trace-sample',
    nrql: "SELECT uniqueCount(trace.id) AS traces, percentage(count(*), WHERE nr.entryPoint IS true AND span.kind = 'client') AS clients FROM Span WHERE entity.name = APP SINCE 1 day ago",
    days: 1,
    read: ([row]) => ({
      values: {
        traces: numberAt(row, 'traces') || 0,
        // Whether a parent is missing cannot be asked in one query.
        orphanShare: null,
        clientRootShare: Number.isNaN(numberAt(row, 'clients')) ? null : numberAt(row, 'clients') / 100,
      },
    }),
  },
  {
    kind: 'web-vitals',
    nrql: 'SELECT count(largestContentfulPaint) AS lcp, count(interactionToNextPaint) AS inp, count(cumulativeLayoutShift) AS cls, count(*) AS views FROM PageViewTiming WHERE appName = APP SINCE 1 day ago',
    days: 1,
    read: ([row]) => ({
      values: {
        lcp: numberAt(row, 'lcp') > 0,
        inp: numberAt(row, 'inp') > 0,
        cls: numberAt(row, 'cls') > 0,
        pageViews: numberAt(row, 'views') || 0,
      },
    }),
  },
  {
    kind: 'crash-rate',
    nrql: "SELECT uniqueCount(deviceUuid) AS users, filter(uniqueCount(deviceUuid), WHERE eventType() = 'MobileCrash') AS crashed FROM MobileSession, MobileCrash WHERE appName = APP TIMESERIES 1 day SINCE 28 days ago",
    days: 28,
    read: (rows) => {
      const filled = rows.filter((row) => numberAt(row, 'users') > 0);
      const users = sumOf(filled, 'users');
      if (users === 0) return undefined;
      const crashFreeUsers = 1 - sumOf(filled, 'crashed') / users;
      return { values: { crashFreeUsers, coverage: filled.length / rows.length }, samples: users };
    },
  },
  {
    kind: 'app-sessions',
    nrql: 'SELECT uniqueCount(sessionId) AS sessions, uniqueCount(deviceUuid) AS users FROM MobileSession WHERE appName = APP SINCE 1 day ago',
    days: 1,
    read: ([row]) => {
      // The agent that counts sessions reports crashes too, so that the rate can be told as soon as there are users.
      const values = { sessions: numberAt(row, 'sessions') || 0, crashFree: numberAt(row, 'users') > 0 };
      return { values, samples: values.sessions };
    },
  },
  {
    kind: 'client-error-stream',
    nrql: "SELECT count(*) AS n, filter(count(*), WHERE eventType() IN ('JavaScriptError', 'MobileCrash', 'MobileHandledException')) AS errors FROM PageView, MobileSession, JavaScriptError, MobileCrash, MobileHandledException WHERE appName = APP SINCE 1 day ago",
    days: 1,
    read: ([row]) => {
      const errors = numberAt(row, 'errors') || 0;
      // A day without an error, with users, may be a good day.
      const isQuiet = errors === 0 && numberAt(row, 'n') > 0;
      return { values: { receiving: isQuiet ? null : errors > 0 } };
    },
  },
  {
    kind: 'journeys',
    nrql: "SELECT count(*) AS n, percentage(count(*), WHERE result = 'SUCCESS') AS good FROM SyntheticCheck WHERE monitorName = APP AND type IN ('SCRIPT_BROWSER', 'STEP_MONITOR') TIMESERIES 1 day SINCE 28 days ago",
    days: 28,
    read: (rows) => goodShare(rows, 'successShare'),
  },
  {
    kind: 'outside-view',
    nrql: 'SELECT count(*) AS samples, uniqueCount(location) AS locations FROM SyntheticCheck WHERE monitorName = APP SINCE 1 day ago',
    days: 1,
    read: ([row]) => ({ values: { samples: numberAt(row, 'samples') || 0, locations: numberAt(row, 'locations') || 0 } }),
  },
  {
    kind: 'recovery-time',
    nrql: "SELECT count(*) AS n, percentile(durationSeconds, 50) AS p FROM NrAiIncident WHERE event = 'close' AND entity.name = APP SINCE 90 days ago",
    days: 90,
    read: ([row]) => {
      const incidents = numberAt(row, 'n') || 0;
      const median = numberAt(row, 'p', '50');
      return { values: { incidents, median: incidents === 0 || Number.isNaN(median) ? null : median }, samples: incidents };
    },
  },
];

function sumOf(rows: readonly Json[], key: string): number {
  return rows.reduce((sum, row) => sum + (numberAt(row, key) || 0), 0);
}

/** The share of good ones of `n` by `good` percent of each row, and of the rows that have any. */
function goodShare(rows: readonly Json[], field: string): ReturnType<NrqlQuestion['read']> {
  const filled = rows.filter((row) => numberAt(row, 'n') > 0);
  const samples = sumOf(filled, 'n');
  if (samples === 0) return undefined;
  const good = filled.reduce((sum, row) => sum + (numberAt(row, 'n') * numberAt(row, 'good')) / 100, 0);
  return { values: { [field]: good / samples, coverage: filled.length / rows.length }, samples };
}
