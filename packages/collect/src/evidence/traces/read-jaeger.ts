import { listAt, numberAt, textAt } from '../http/answer.ts';
import type { Span, Trace } from './trace.ts';

const MICROSECONDS = 1e3;

/** The traces of Jaeger's `/api/traces`, the API of its own pages. */
export function readJaeger(answer: unknown): Trace[] {
  return listAt(answer, 'data').map((trace) =>
    listAt(trace, 'spans').map((span): Span => {
      const tags = new Map(listAt(span, 'tags').map((tag) => [textAt(tag, 'key'), textAt(tag, 'value')]));
      const parents = listAt(span, 'references').filter((reference) => textAt(reference, 'refType') === 'CHILD_OF');
      const from = numberAt(span, 'startTime') / MICROSECONDS;
      return {
        id: textAt(span, 'spanID'),
        parent: textAt(parents[0], 'spanID'),
        kind: kindOf(tags.get('span.kind')),
        service: textAt(trace, 'processes', textAt(span, 'processID'), 'serviceName'),
        from,
        to: from + numberAt(span, 'duration') / MICROSECONDS,
        attributes: new Set(tags.keys()),
      };
    }),
  );
}

function kindOf(word: string | undefined): Span['kind'] {
  return word === 'server' || word === 'client' || word === 'producer' || word === 'consumer' ? word : 'internal';
}
