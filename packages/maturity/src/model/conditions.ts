import type { EvidenceKind } from '../evidence/evidence-kind.ts';
import type { Combination, Condition, Limit, Measure } from './condition.ts';

type Kinds = Readonly<Record<string, EvidenceKind>>;
type FieldPath<K extends Kinds> = { [Id in keyof K & string]: `${Id}.${keyof K[Id]['fields'] & string}` }[keyof K & string];

/** Words for criteria over the given kinds of evidence: `atLeast('log-stream.severityShare', 0.9)`. A field that does not exist does not compile. */
export function conditionsOver<const K extends Kinds>(_kinds: K) {
  return {
    atLeast: (path: FieldPath<K>, limit: Limit, minSamples?: number): Measure => ({
      ...field(path),
      atLeast: limit,
      ...(minSamples === undefined ? {} : { minSamples }),
    }),
    atMost: (path: FieldPath<K>, limit: Limit): Measure => ({ ...field(path), atMost: limit }),
    holds: (path: FieldPath<K>): Measure => ({ ...field(path), is: true }),
    lacks: (path: FieldPath<K>): Measure => ({ ...field(path), is: false }),
  };
}

export function all(...of: readonly Condition[]): Combination {
  return { least: of.length, of };
}

export function any(...of: readonly Condition[]): Combination {
  return { least: 1, of };
}

export function atLeastOf(least: number, ...of: readonly Condition[]): Combination {
  return { least, of };
}

function field(path: string): { evidence: string; field: string } {
  const [evidence, name] = path.split('.');
  return { evidence, field: name };
}
