import type { UnknownReason } from '../evidence/evidence.ts';
import type { Finding } from '../evaluate/finding.ts';
import { BASIS_STRENGTH } from '../evidence/basis-strength.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { idsOf } from '../model/in-order.ts';
import type { Check, Model } from '../model/model.ts';

/** A piece of work before it has words: about a source, or about a check. */
export interface Task {
  readonly id: string;
  readonly kind: 'connect' | 'authorise' | 'repair' | 'fix';
  /** Source type, or check id. */
  readonly about: string;
}

const SOURCE_TASKS: Readonly<Partial<Record<UnknownReason, 'connect' | 'authorise' | 'repair'>>> = {
  unbound: 'connect',
  unauthorised: 'authorise',
  'source-error': 'repair',
};

/** Says which work settles a check, with that for its prerequisites first; nothing when it is settled. */
export function createPlanner(model: Model, findings: readonly Finding[], evidence: Readonly<Record<string, Evidence>>) {
  const byId = new Map(findings.map((finding) => [finding.check, finding]));
  const checks = new Map<string, Check>(model.checks.map((check) => [check.id, check]));
  const plans = new Map<string, readonly Task[]>();
  return tasksFor;

  function tasksFor(id: string): readonly Task[] {
    let plan = plans.get(id);
    if (plan === undefined) {
      // Said before it is known, so that a cycle in the model ends.
      plans.set(id, []);
      plans.set(id, (plan = unique([...prerequisiteTasks(id), ...ownTasks(id)])));
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
    if (finding.outcome !== 'unknown') return [{ id: `fix-${id}`, kind: 'fix', about: id }];
    const tasks: Task[] = [];
    for (const { state, reason, evidence: kind, rests } of finding.measures) {
      const task = reason === undefined ? undefined : SOURCE_TASKS[reason];
      if (state !== 'unknown' || task === undefined) continue;
      const asked = rests === undefined ? undefined : evidence[rests];
      const about = asked?.source.type ?? model.evidence[kind].sources[0];
      tasks.push({ id: `${task}-${about}`, kind: task, about });
    }
    return tasks.length > 0 ? tasks : [{ id: `fix-${id}`, kind: 'fix', about: id }];
  }

  function measureInstead({ measures }: Finding): Task[] {
    return measures.flatMap(({ evidence: id, rests }): Task[] => {
      const kind = model.evidence[id];
      const basis = rests === undefined ? undefined : evidence[rests].basis;
      if (basis === undefined || BASIS_STRENGTH[basis] >= BASIS_STRENGTH[kind.floor]) return [];
      return [{ id: `connect-${kind.sources[0]}`, kind: 'connect', about: kind.sources[0] }];
    });
  }
}

function unique(tasks: readonly Task[]): readonly Task[] {
  return [...new Map(tasks.map((task) => [task.id, task])).values()];
}
