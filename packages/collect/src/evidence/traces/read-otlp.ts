import { listAt, numberAt, objectAt, textAt } from '../http/answer.ts';
import type { Span, Trace } from './trace.ts';

const KINDS: readonly Span['kind'][] = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'];
const NANOSECONDS = 1e6;

/** The traces in OTLP as JSON, as Tempo and Jaeger's newer API send it: kinds as words or numbers, several names for the list. */
export function readOtlp(answer: unknown): Trace[] {
  const traces = new Map<string, Span[]>();
  for (const resource of resourcesOf(answer)) {
    const service = listAt(resource, 'resource', 'attributes').find((attribute) => textAt(attribute, 'key') === 'service.name');
    const scopes = [...listAt(resource, 'scopeSpans'), ...listAt(resource, 'instrumentationLibrarySpans')];
    for (const span of scopes.flatMap((scope) => listAt(scope, 'spans'))) {
      const id = textAt(span, 'traceId');
      const spans = traces.get(id) ?? [];
      traces.set(id, spans);
      spans.push(readSpan(span, textAt(service, 'value', 'stringValue')));
    }
  }
  return [...traces.values()];
}

function resourcesOf(answer: unknown): readonly unknown[] {
  const paths = [['batches'], ['resourceSpans'], ['trace', 'resourceSpans'], ['trace', 'batches'], ['result', 'resourceSpans']];
  return paths.map((path) => listAt(answer, ...path)).find((list) => list.length > 0) ?? [];
}

function readSpan(span: unknown, service: string): Span {
  return {
    id: textAt(span, 'spanId'),
    // All zeros is how some write that there is none.
    parent: textAt(span, 'parentSpanId').replace(/^[0A=]+$/, ''),
    kind: kindOf(objectAt(span)['kind']),
    service,
    from: numberAt(span, 'startTimeUnixNano') / NANOSECONDS,
    to: numberAt(span, 'endTimeUnixNano') / NANOSECONDS,
    attributes: new Set(listAt(span, 'attributes').map((attribute) => textAt(attribute, 'key'))),
  };
}

function kindOf(kind: unknown): Span['kind'] {
  if (typeof kind === 'number') return KINDS[kind] ?? 'internal';
  const word = typeof kind === 'string' ? kind.replace('SPAN_KIND_', '').toLowerCase() : '';
  return KINDS.find((known) => known === word) ?? 'internal';
}
