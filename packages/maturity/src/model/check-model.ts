import { combine } from '../evaluate/evaluate-condition.ts';
import { type Judgement, UNKNOWN_CREDIT, WHOLE_CREDIT } from '../evaluate/judgement.ts';
import type { ServiceKind } from '../service/service.ts';
import type { Path } from '../yaml/find-faults.ts';
import type { Condition, Measure } from './condition.ts';
import { idsOf } from './in-order.ts';
import { measuresOf } from './measures-of.ts';
import type { Check, Model } from './model.ts';

/** A fault in the meaning of a model. */
export interface ModelFault {
  /** Id of the check, or undefined when it is of the model as a whole. */
  readonly check: string | undefined;
  /** Where in the check, or in the model. */
  readonly path: Path;
  readonly message: string;
}

/** What no schema can see: unknown ids, cycles, steps that nobody can reach, and checks that pass where nothing is there. */
export function checkModel(model: Model): readonly ModelFault[] {
  return [...model.checks.flatMap((check) => checkOne(check, model)), ...findCycles(model), ...findUnreachable(model)];
}

function checkOne(check: Check, model: Model): ModelFault[] {
  const faults: ModelFault[] = [];
  const blame = (path: Path, message: string) => faults.push({ check: check.id, path, message });
  if (!model.steps.some(({ id }) => id === check.step)) blame(['step'], `the model has no step ${check.step}`);
  check.requires.flatMap(idsOf).forEach((id) => {
    const required = model.checks.find((other) => other.id === id);
    if (required === undefined) blame(['requires'], `${id} is no check of this model`);
    else if (required.step > check.step) blame(['requires'], `${id} belongs to step ${required.step}, which comes later`);
  });
  for (const [kind, { gating, pass }] of Object.entries(check.kinds)) {
    const measureFaults = measuresOf(pass).flatMap((measure) => measureFault(measure, model) ?? []);
    for (const message of measureFaults) blame(['kinds', kind, 'pass'], message);
    if (measureFaults.length > 0) continue;
    if (outcomeIf(pass, () => NOT_KNOWN).state === 'met') {
      blame(['kinds', kind, 'pass'], 'it passes where nothing is known at all; ask for evidence that must be there');
    } else if (outcomeIf(pass, () => MET).state !== 'met') {
      blame(['kinds', kind, 'pass'], 'it can never be met: more parts are asked for than there are');
    } else if (gating && check.step > 0 && !outcomeIf(pass, (measure) => declaredOf(measure, model)).belowFloor) {
      blame(
        ['kinds', kind, 'pass'],
        'a gate above step 0 cannot rest on declarations alone; add evidence with a floor above declared',
      );
    }
  }
  return faults;
}

const NOT_KNOWN: Judgement = { state: 'unknown', credit: UNKNOWN_CREDIT, belowFloor: false, stale: false, reason: 'unbound' };
const MET: Judgement = { state: 'met', credit: WHOLE_CREDIT, belowFloor: false, stale: false, reason: undefined };

function outcomeIf(condition: Condition, judge: (measure: Measure) => Judgement): Judgement {
  return 'least' in condition
    ? combine(
        condition.least,
        condition.of.map((part) => outcomeIf(part, judge)),
      )
    : judge(condition);
}

/** As if everything were good, and only declared. */
function declaredOf({ evidence }: Measure, model: Model): Judgement {
  return { ...MET, belowFloor: model.evidence[evidence].floor !== 'declared' };
}

function measureFault({ evidence, field, atLeast, atMost, is }: Measure, model: Model): string | undefined {
  if (!Object.hasOwn(model.evidence, evidence))
    return `${evidence} is no kind of evidence; describe it under evidence, or use a built-in one`;
  const { fields } = model.evidence[evidence];
  if (!Object.hasOwn(fields, field)) return `${evidence} has no field ${field} (it has ${Object.keys(fields).join(', ')})`;
  const limits = [atLeast, atMost, is].filter((limit) => limit !== undefined);
  if (limits.length !== 1) return `${evidence}.${field} needs exactly one of atLeast, atMost and is`;
  if ((fields[field].unit === 'flag') !== (is !== undefined)) {
    return is === undefined
      ? `${evidence}.${field} is true or false: ask with is`
      : `${evidence}.${field} is a number: ask with atLeast or atMost`;
  }
  const [limit] = limits;
  const needsLoosest = typeof limit === 'object' && limit.service !== undefined && limit.loosest === undefined;
  return needsLoosest ? `${evidence}.${field} lets the service state a limit: say the loosest that is allowed` : undefined;
}

function findCycles({ checks }: Model): ModelFault[] {
  const requires = new Map(checks.map(({ id, requires }) => [id, requires.flatMap(idsOf)]));
  return checks.flatMap(({ id }): ModelFault[] => {
    const way = wayBack(id, requires);
    return way === undefined ? [] : [{ check: id, path: ['requires'], message: `it requires itself: ${way.join(' → ')}` }];
  });
}

/** The shortest way from a check along its prerequisites to itself. */
function wayBack(start: string, requires: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const seen = new Set<string>();
  let ways: (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const way of ways) {
      for (const next of requires.get(way[way.length - 1]) ?? []) {
        if (next === start) return [...way, next];
        if (!seen.has(next)) longer.push([...way, next]);
        seen.add(next);
      }
    }
    ways = longer;
  }
  return undefined;
}

/** Every kind must be able to climb every step: enough checks, and at least one that gates. */
function findUnreachable({ kinds, steps, checks }: Model): ModelFault[] {
  return kinds.flatMap((kind) =>
    steps.flatMap(({ id, minApplicable }): ModelFault[] => {
      const own = checks.filter((check) => check.step === id && isAsked(check, kind));
      const fault = (message: string) => [{ check: undefined, path: ['steps'], message: `step ${id} for ${kind}: ${message}` }];
      if (own.length < minApplicable)
        return fault(`${own.length} checks apply and ${minApplicable} are needed; nobody can pass it`);
      return own.some(({ kinds }) => kinds[kind]?.gating) ? [] : fault('no check gates it; make one gating');
    }),
  );
}

function isAsked({ lifecycle, kinds }: Check, kind: ServiceKind): boolean {
  return lifecycle === 'stable' && kinds[kind] !== undefined;
}
