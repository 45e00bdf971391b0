import type { UnknownReason } from '../evidence/evidence.ts';
import type { Finding } from '../evaluate/finding.ts';
import { BASIS_STRENGTH } from '../evidence/basis-strength.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { idsOf } from '../model/in-order.ts';
import { checksById } from '../model/checks-by-id.ts';
import type { Condition } from '../model/condition.ts';
import type { Model } from '../model/model.ts';
import type { ServiceKind } from '../service/service.ts';
import type { MeasureResult } from '../evaluate/judgement.ts';

/** A piece of work before it has words: about a source, or about a check. */
export interface Task {
  readonly id: string;
  readonly kind: 'connect' | 'authorise' | 'repair' | 'fix';
  /** Source type, or check id. */
  readonly about: string;
  /** Of a source: the kinds of evidence that it is asked for. */
  readonly evidence: readonly string[];
}

/** The same tasks, each once. */
export function mergeTasks(tasks: readonly Task[]): readonly Task[] {
  if (tasks.length < 2) return tasks;
  const merged = new Map<string, Task>();
  for (const task of tasks) {
    const other = merged.get(task.id);
    if (other === undefined) merged.set(task.id, task);
    else if (task.evidence.some((id) => !other.evidence.includes(id))) {
      merged.set(task.id, { ...other, evidence: [...new Set([...other.evidence, ...task.evidence])] });
    }
  }
  return [...merged.values()];
}

const SOURCE_TASKS: Readonly<Partial<Record<UnknownReason, 'connect' | 'authorise' | 'repair'>>> = {
  unbound: 'connect',
  unauthorised: 'authorise',
  'source-error': 'repair',
};

/** Says which work settles a check, with that for its prerequisites first; nothing when it is settled. */
export function createPlanner(
  model: Model,
  kind: ServiceKind,
  findings: readonly Finding[],
  evidence: Readonly<Record<string, Evidence>>,
) {
  const byId = new Map(findings.map((finding) => [finding.check, finding]));
  const checks = checksById(model);
  const plans = new Map<string, readonly Task[]>();
  return tasksFor;

  function tasksFor(id: string): readonly Task[] {
    let plan = plans.get(id);
    if (plan === undefined) {
      // Said before it is known, so that a cycle in the model ends.
      plans.set(id, []);
      plans.set(id, (plan = mergeTasks([...prerequisiteTasks(id), ...ownTasks(id)])));
    }
    return plan;
  }

  function prerequisiteTasks(id: string): Task[] {
    return (checks.get(id)?.requires ?? []).flatMap((prerequisite) => {
      const alternatives = idsOf(prerequisite).map(tasksFor);
      return [...alternatives.reduce((least, tasks) => (tasks.length < least.length ? tasks : least))];
    });
  }

  function ownTasks(id: string): Task[] {
    const finding = byId.get(id);
    if (finding === undefined || finding.outcome === 'not-applicable' || finding.outcome === 'exempt') return [];
    if (finding.outcome === 'pass') return finding.declaredOnly ? measureInstead(finding) : [];
    const fix: Task = { id: `fix-${id}`, kind: 'fix', about: id, evidence: [] };
    if (finding.outcome !== 'unknown') return [fix];
    const pass = checks.get(id)?.kinds[kind]?.pass;
    const tasks = pass === undefined ? [] : (tasksToKnow(pass, finding.measures.values(), fix) ?? []);
    return tasks.length > 0 ? [...mergeTasks(tasks)] : [fix];
  }

  /**
   * What to do so that the condition can be told and met; of alternatives the least. What no source hides is for the check's own fix.
   * Undefined when a part is missed for good.
   */
  function tasksToKnow(condition: Condition, results: Iterator<MeasureResult>, fix: Task): readonly Task[] | undefined {
    if ('least' in condition) {
      const parts = condition.of.map((part) => tasksToKnow(part, results, fix)).filter((tasks) => tasks !== undefined);
      if (parts.length < condition.least) return undefined;
      return parts
        .sort((a, b) => a.length - b.length)
        .slice(0, condition.least)
        .flat();
    }
    // The results stand in the order of the comparisons. A simulated check has none.
    const { value: result } = results.next() as IteratorResult<MeasureResult, undefined>;
    if (result === undefined || result.state === 'met') return [];
    if (result.reason === undefined) return undefined;
    const task = SOURCE_TASKS[result.reason];
    if (task === undefined) return [fix];
    const asked = result.rests === undefined ? undefined : evidence[result.rests];
    const { fields, sources } = model.evidence[result.evidence];
    const about = asked?.source.type ?? (fields[result.field].sources ?? sources)[0];
    return [{ id: `${task}-${about}`, kind: task, about, evidence: [result.evidence] }];
  }

  function measureInstead({ measures }: Finding): Task[] {
    return measures.flatMap(({ evidence: id, rests }): Task[] => {
      const kind = model.evidence[id];
      const basis = rests === undefined ? undefined : evidence[rests].basis;
      if (basis === undefined || BASIS_STRENGTH[basis] >= BASIS_STRENGTH[kind.floor]) return [];
      return [{ id: `connect-${kind.sources[0]}`, kind: 'connect', about: kind.sources[0], evidence: [id] }];
    });
  }
}
