import { DAY_MS } from '../day-ms.ts';
import { type Context, type Question, unavailable } from '../question.ts';
import { explainedShare } from './explained-share.ts';
import type { Span, Trace, TraceStore } from './trace.ts';

const SAMPLE = 50;
const SLOWEST = 20;
/** So many runs of a day are looked at. */
const MOST_RUNS = 1000;
const STATEMENTS = ['db.query.text', 'db.query.summary', 'db.statement', 'db.system', 'db.system.name'];

/** What traces tell of a service, wherever they are kept. */
export function traceQuestions(store: TraceStore, { manifest, now, runs }: Context): Question[] {
  const { kind } = manifest.service;
  const { query } = store;
  const day = { from: now - DAY_MS, to: now };
  const week = { from: now - 7 * DAY_MS, to: now };
  const questions: Question[] = [
    {
      kind: 'trace-sample',
      basis: 'measured',
      query,
      ask: async () => {
        const traces = await store.traces({ ...day, limit: SAMPLE, slowest: false });
        const orphans = traces.map(orphansOf);
        const roots = traces.flatMap((trace) => trace.filter(({ parent }) => parent === ''));
        return {
          window: day,
          values: {
            traces: traces.length,
            orphanShare: share(sum(orphans), sum(traces.map(({ length }) => length))),
            clientRootShare: share(roots.filter((span) => span.kind === 'client').length, roots.length),
          },
          samples: traces.length,
        };
      },
    },
    {
      kind: 'trace-causes',
      basis: 'measured',
      query,
      ask: async () => {
        const found = await store.traces({ ...week, limit: SLOWEST, slowest: true });
        const traces = found.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, SLOWEST);
        if (traces.length === 0) return unavailable('no-data', 'there are no traces of this service in 7 days', { window: week });
        const explained = traces.map(explainedShare).filter((one) => one !== undefined);
        const calls = traces.flat().filter(({ attributes }) => [...attributes].some((name) => name.startsWith('db.')));
        const told = calls.filter(({ attributes }) => STATEMENTS.some((name) => attributes.has(name)));
        return {
          window: week,
          values: {
            explainedShare: share(sum(explained), explained.length),
            database: calls.length > 0,
            statementShare: share(told.length, calls.length),
          },
          samples: traces.length,
        };
      },
    },
  ];
  if (runs !== undefined) {
    questions.push({
      kind: 'run-traces',
      basis: 'derived',
      query: `${query}; and how often the job ran`,
      ask: async () => {
        const expected = await runs();
        if (expected === undefined)
          return unavailable('no-data', 'no counter …_runs_total tells how often the job ran', { window: day });
        const found = await store.traces({ ...day, limit: Math.min(expected + 1, MOST_RUNS), slowest: false });
        // There may be more than were asked for.
        const isWhole = found.length < MOST_RUNS;
        const tracedShare = found.length >= expected ? 1 : isWhole ? found.length / expected : null;
        return { window: day, values: { tracedShare }, samples: expected };
      },
    });
  }
  if (kind === 'web' || kind === 'mobile') {
    questions.push({
      kind: 'client-spans',
      basis: 'measured',
      query,
      ask: async () => {
        const traces = await store.traces({ ...day, limit: SAMPLE, slowest: false });
        const spans = traces.flat();
        const linked = traces.filter((trace) => new Set(trace.map(({ service }) => service)).size > 1);
        const values = {
          spans: spans.filter((span) => span.kind === 'client').length,
          linkedShare: share(linked.length, traces.length),
          components: spans.some((span) => span.kind === 'internal'),
        };
        return { window: day, values };
      },
    });
  }
  return questions;
}

/** Spans whose parent is not among those of the trace. */
function orphansOf(trace: Trace): number {
  const ids = new Set(trace.map(({ id }) => id));
  return trace.filter(({ parent }) => parent !== '' && !ids.has(parent)).length;
}

function lengthOf(trace: Trace): number {
  return Math.max(0, ...trace.map(({ from, to }: Span) => to - from));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
