import type { Finding } from '../evaluate/finding.ts';
import type { Task } from './plan.ts';

/** A check that is not settled, the work that settles it, and what that adds to the score. */
export interface CheckPlan {
  readonly finding: Finding;
  readonly tasks: readonly Task[];
  readonly gain: number;
}

/** Beyond so many optional checks the choice is greedy. */
const EXACT_UP_TO = 10;

/** The cheapest work that settles every gating check and brings the score to the threshold, if all of it together can. */
export function cheapestTasks(
  plans: readonly CheckPlan[],
  low: number,
  threshold: number,
  costOf: (task: string) => number,
): { tasks: readonly string[]; cost: number; low: number } {
  const needed = new Set<string>();
  for (const { finding, tasks } of plans) {
    if (finding.gating && !finding.satisfied) for (const { id } of tasks) needed.add(id);
  }
  const must = outcome(needed);
  if (must.low >= threshold - 1e-9) return must;
  const optional = plans.filter(({ tasks }) => tasks.some(({ id }) => !needed.has(id)));
  return optional.length <= EXACT_UP_TO ? exact() : greedy();

  function exact() {
    let best = outcome(new Set([...needed, ...optional.flatMap(({ tasks }) => tasks.map(({ id }) => id))]));
    if (best.low < threshold - 1e-9) return best;
    for (let subset = 1; subset < 2 ** optional.length - 1; subset++) {
      const tasks = new Set(needed);
      optional.forEach((plan, index) => {
        if (subset & (1 << index)) for (const { id } of plan.tasks) tasks.add(id);
      });
      const candidate = outcome(tasks);
      if (candidate.low < threshold - 1e-9) continue;
      if (candidate.cost < best.cost || (candidate.cost === best.cost && candidate.low > best.low)) best = candidate;
    }
    return best;
  }

  function greedy() {
    const tasks = new Set(needed);
    let current = must;
    const worth = ({ tasks, gain }: CheckPlan) => gain / tasks.reduce((sum, { id }) => sum + costOf(id), 0);
    for (const plan of optional.toSorted((a, b) => worth(b) - worth(a))) {
      if (current.low >= threshold - 1e-9) break;
      for (const { id } of plan.tasks) tasks.add(id);
      current = outcome(tasks);
    }
    return current;
  }

  function outcome(tasks: ReadonlySet<string>) {
    let [cost, reached] = [0, low];
    for (const id of tasks) cost += costOf(id);
    for (const plan of plans) if (plan.tasks.every(({ id }) => tasks.has(id))) reached += plan.gain;
    return { tasks: [...tasks], cost, low: Math.min(1, reached) };
  }
}
