import type { Evidence } from '../evidence/evidence.ts';
import type { Finding } from '../evaluate/finding.ts';
import type { PrematurePractice } from '../assessment.ts';
import { checksById } from '../model/checks-by-id.ts';
import type { Effort, Model, Step } from '../model/model.ts';
import { gateBlockers, scoreOf, weighStep } from '../score/step-score.ts';
import type { Service } from '../service/service.ts';
import type { Action, CheapestSet } from './action.ts';
import { cheapestTasks } from './cheapest-tasks.ts';
import { describeTask, pauseAction } from './describe-task.ts';
import { createPlanner, mergeTasks, type Task } from './plan.ts';

export const COST: Readonly<Record<Effort, number>> = { S: 1, M: 3, L: 8 };
const MOST_ACTIONS = 3;
const TIER_RISK: Readonly<Record<number, number>> = { 1: 0.2, 2: 0.1 };
const PER_UNKNOWN = 0.3;
/** What is not known may turn out to be bad: connecting a source is worth half of what it could bring. */
const CERTAINTY: Readonly<Record<Task['kind'], number>> = { fix: 1, connect: 0.5, authorise: 0.5, repair: 0.5 };

export interface NextInput {
  readonly model: Model;
  readonly service: Service;
  readonly findings: readonly Finding[];
  readonly premature: readonly PrematurePractice[];
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** The first step whose gate is shut; undefined when all are open. */
  readonly gate: Step | undefined;
}

/** What to do next: dangerous practices first, then what brings the gate nearest for the least work, each after what it needs. */
export function rankActions(input: NextInput): { next: readonly Action[]; cheapest?: CheapestSet } {
  const { model, service, findings, premature, evidence, gate } = input;
  const checks = checksById(model);
  const pauses = premature.filter(({ severity }) => severity === 'danger').map((practice) => pauseAction(practice, checks));
  if (gate === undefined) return { next: pauses.slice(0, MOST_ACTIONS) };

  const weights = weighStep(findings, gate.id);
  const tasksFor = createPlanner(model, service.kind, findings, evidence);
  const open = findings.filter(
    ({ step, outcome, satisfied, credit }) =>
      step === gate.id && outcome !== 'not-applicable' && outcome !== 'exempt' && (!satisfied || credit.low < 1),
  );
  const plans = open.map((finding) => ({
    finding,
    tasks: tasksFor(finding.check),
    gain: scoreOf(finding.weight * (1 - finding.credit.low), weights.applicable),
  }));
  const low = scoreOf(weights.low, weights.applicable);
  const shutGates = plans.filter(({ finding }) => finding.gating && !finding.satisfied);
  const blockedForGood = gateBlockers(model, gate, findings, weights).some(
    ({ kind }) => kind === 'too-few-checks' || kind === 'exemptions',
  );
  const tasks = mergeTasks(plans.flatMap(({ tasks }) => tasks));
  const actions = new Map(tasks.map((task) => [task.id, toAction(task)]));

  const chosen = cheapestTasks(plans, low, gate.gateThreshold, (id) => COST[actions.get(id)!.effort]);
  const cheapest: CheapestSet = {
    step: gate.id,
    actions: chosen.tasks.map((id) => actions.get(id)!),
    cost: chosen.cost,
    low: chosen.low,
    opens: !blockedForGood && chosen.low >= gate.gateThreshold - 1e-9,
  };
  return { next: [...pauses, ...inTurn([...actions.values()])].slice(0, MOST_ACTIONS), cheapest };

  function toAction(task: Task): Action {
    const concerned = plans.filter(({ tasks }) => tasks.some(({ id }) => id === task.id));
    const settled = concerned.filter(({ tasks }) => tasks.length === 1);
    const gain = settled.reduce((sum, { gain }) => sum + gain, 0);
    const gateBonus = concerned.some((plan) => shutGates.includes(plan)) ? 1 / shutGates.length : 0;
    const unknowns = concerned.filter(({ finding }) => finding.outcome === 'unknown').length;
    const value = gain + gateBonus + (TIER_RISK[service.tier] ?? 0) + unknowns * PER_UNKNOWN;
    const words = describeTask(task, model, findings);
    return {
      id: task.id,
      kind: task.kind,
      ...words,
      checks: concerned.map(({ finding }) => finding.check),
      gain,
      opensGate: !blockedForGood && shutGates.every((plan) => settled.includes(plan)) && low + gain >= gate!.gateThreshold - 1e-9,
      priority: (value * CERTAINTY[task.kind]) / COST[words.effort],
    };
  }

  /** By priority; but work for a prerequisite goes before the work that needs it. */
  function inTurn(waiting: Action[]): Action[] {
    const before = new Map<string, Set<string>>();
    for (const { tasks } of plans) {
      tasks.forEach(({ id, kind }, index) => {
        // Sources can be connected in any order; only a fix waits for what stands before it.
        if (kind !== 'fix') return;
        const needed = before.get(id) ?? new Set();
        for (const earlier of tasks.slice(0, index)) needed.add(earlier.id);
        before.set(id, needed);
      });
    }
    const ordered: Action[] = [];
    const byPriority = waiting.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
    while (byPriority.length > 0) {
      const index = byPriority.findIndex(
        ({ id }) => !byPriority.some((other) => other.id !== id && before.get(id)?.has(other.id)),
      );
      ordered.push(...byPriority.splice(Math.max(index, 0), 1));
    }
    return ordered;
  }
}
