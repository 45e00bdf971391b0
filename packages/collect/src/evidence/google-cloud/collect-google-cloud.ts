import { DAY_MS } from '../day-ms.ts';
import { CollectError } from '../../collect-error.ts';
import { address } from '../http/address.ts';
import { demand, listAt, objectAt, textAt } from '../http/answer.ts';
import { traceQuestions } from '../traces/trace-questions.ts';
import type { Span, Trace, TraceStore } from '../traces/trace.ts';
import type { Context, Question } from '../question.ts';
import { GOOGLE_URLS, type GoogleCloudSource } from './google-cloud-source.ts';

const PAGE = 1000;
const PROFILE_PAGES = 10;

/** What Cloud Logging, Cloud Trace and Cloud Profiler tell of a service. */
export function collectGoogleCloud(source: GoogleCloudSource, context: Context): Question[] {
  const { manifest, now } = context;
  const selectors = manifest.selectors['google-cloud'] ?? {};
  const filter = [
    ...Object.entries(
      Object.keys(selectors).length === 0 ? { 'resource.labels.service_name': manifest.service.name } : selectors,
    ).map(([label, value]) => `${label}=${JSON.stringify(value)}`),
    `timestamp>="${new Date(now - DAY_MS).toISOString()}"`,
  ].join(' AND ');
  return [
    {
      kind: 'log-stream',
      basis: 'measured',
      query: `entries:list ${filter}`,
      ask: async () => {
        const url = address(source.urls?.logging ?? GOOGLE_URLS.logging, '/v2/entries:list');
        const resourceNames = [`projects/${projectOf(source)}`];
        const body = JSON.stringify({ resourceNames, filter, orderBy: 'timestamp desc', pageSize: PAGE });
        const headers = { 'content-type': 'application/json' };
        const answer = await context.client.json({ url, method: 'POST', headers, body: new TextEncoder().encode(body) });
        demand(answer, 'object');
        // The newest thousand stand for the day.
        const entries = listAt(answer, 'entries');
        const severe = entries.filter((entry) => !['', 'DEFAULT'].includes(textAt(entry, 'severity')));
        const traced = entries.filter((entry) => textAt(entry, 'trace') !== '');
        const share = (part: readonly unknown[]): number | null => (entries.length === 0 ? null : part.length / entries.length);
        return {
          window: { from: now - DAY_MS, to: now },
          values: { records: entries.length, severityShare: share(severe), traceIdShare: share(traced) },
          samples: entries.length,
        };
      },
    },
    ...traceQuestions(traceStore(source, context), context),
    {
      kind: 'profiles',
      basis: 'measured',
      query: `projects/${source.project}/profiles with deployment.target ${JSON.stringify(manifest.service.name)}`,
      ask: async () => {
        const window = { from: now - 7 * DAY_MS, to: now };
        const base = source.urls?.profiler ?? GOOGLE_URLS.profiler;
        let pageToken = '';
        for (let page = 0; page < PROFILE_PAGES; page++) {
          const parameters = { pageSize: String(PAGE), ...(pageToken !== '' && { pageToken }) };
          const url = address(base, `/v2/projects/${projectOf(source)}/profiles`, parameters);
          const answer = await context.client.json({ url, method: 'GET', headers: {} });
          demand(answer, 'object');
          const found = listAt(answer, 'profiles').some(
            (profile) =>
              textAt(profile, 'deployment', 'target') === manifest.service.name &&
              textAt(profile, 'profileType') === 'CPU' &&
              Date.parse(textAt(profile, 'startTime')) >= window.from,
          );
          if (found) return { window, values: { cpu: true } };
          pageToken = textAt(answer, 'nextPageToken');
          if (pageToken === '') break;
        }
        // With more pages than are read, absence is not known.
        return { window, values: { cpu: pageToken === '' ? false : null } };
      },
    },
  ];
}

function traceStore(source: GoogleCloudSource, { manifest, client }: Context): TraceStore {
  const { name } = manifest.service;
  const filter = `+service.name:${name}`;
  return {
    query: `projects/${source.project}/traces?filter=${filter}`,
    traces: async ({ from, to, limit, slowest }) => {
      // Filters have no quotes to escape with.
      if (!/^[\w.-]+$/.test(name))
        throw new CollectError('bad-url', 'the name of the service cannot be written in a filter of Cloud Trace');
      const url = address(source.urls?.trace ?? GOOGLE_URLS.trace, `/v1/projects/${projectOf(source)}/traces`, {
        view: 'COMPLETE',
        pageSize: String(limit),
        filter,
        startTime: new Date(from).toISOString(),
        endTime: new Date(to).toISOString(),
        ...(slowest && { orderBy: 'duration desc' }),
      });
      const answer = await client.json({ url, method: 'GET', headers: {} });
      demand(answer, 'object');
      return listAt(answer, 'traces').map(readTrace);
    },
  };
}

function readTrace(trace: unknown): Trace {
  return listAt(trace, 'spans').map((span): Span => {
    const parent = textAt(span, 'parentSpanId');
    const kind = textAt(span, 'kind');
    return {
      id: textAt(span, 'spanId'),
      parent: parent === '0' ? '' : parent,
      kind: kind === 'RPC_SERVER' ? 'server' : kind === 'RPC_CLIENT' ? 'client' : 'internal',
      service: textAt(span, 'labels', 'service.name'),
      from: Date.parse(textAt(span, 'startTime')),
      to: Date.parse(textAt(span, 'endTime')),
      attributes: new Set(Object.keys(objectAt(span, 'labels'))),
    };
  });
}

function projectOf({ project }: GoogleCloudSource): string {
  if (/^[a-z][a-z\d:.-]{4,60}$/.test(project)) return project;
  throw new CollectError('bad-url', 'the project must be the id of a project of Google Cloud, such as shop-prod-1');
}
