import type { Assessment } from '../assessment.ts';
import type { Tier } from '../service/service.ts';
import { DAY, parseTime } from '../time.ts';

/** How a fleet is added up. */
export interface RollUpOptions {
  /** The step that services of a tier are meant to be on; tiers without one are not measured against anything. */
  readonly targets?: Readonly<Partial<Record<Tier, number>>>;
  /** Services known to exist; those without an assessment lower the coverage. */
  readonly services?: number;
  /** ISO 8601; older assessments are stale. Left out, staleness of evidence alone is told. */
  readonly now?: string;
}

/** The services of one tier. */
export interface TierDistribution {
  readonly tier: Tier;
  /** How many there are. */
  readonly services: number;
  /** How many practise each step, by step. Not rated is no step. */
  readonly steps: readonly number[];
  /** How many of which nothing was ever observed. */
  readonly notRated: number;
  /** The step they are meant to be on. */
  readonly target?: number;
  /** How many are at the target step or above it. */
  readonly atTarget?: number;
}

/** A check that services do not meet. */
export interface FailingCheck {
  readonly check: string;
  /** How many fail it, or meet it in part. */
  readonly services: number;
  /** Services to which it applies. */
  readonly applicable: number;
}

/** A fleet at a glance. There is no average of steps: a step is a rank, and half of the fleet on 0 and half on 4 is not 2. */
export interface RollUp {
  /** How many are known. */
  readonly services: number;
  /** How many of them are rated. */
  readonly rated: number;
  /** Rated services, of all that are known: 0 to 1. */
  readonly coverage: number;
  readonly tiers: readonly TierDistribution[];
  /** Unknown findings, of all that apply. */
  readonly unknownRate: number;
  /** Findings on stale evidence, of all that apply. */
  readonly staleRate: number;
  /** Assessments older than a day; 0 when `now` is left out. */
  readonly oldAssessments: number;
  readonly exemptions: {
    readonly active: number;
    readonly expiring: number;
    readonly refused: number;
    readonly services: number;
  };
  /** Checks that most services fail or meet in part: candidates for one mend in the platform. At most ten. */
  readonly failing: readonly FailingCheck[];
  /** The most important services that are furthest below their target. At most ten. */
  readonly furthestBelow: readonly {
    readonly service: string;
    readonly tier: Tier;
    readonly step: number;
    readonly target: number;
  }[];
  /** Services with a dangerous practice begun too early. */
  readonly endangered: readonly string[];
  /** Services whose deploys are evaluated, by measured evidence: how far the culture has spread. */
  readonly evaluatingDeploys: number;
  /** More than one model or version: the distribution mixes what cannot be compared. */
  readonly models: readonly string[];
}

const MOST_LISTED = 10;
/** The built-in check of step 4 that a culture spreads by. */
const EVALUATES_DEPLOYS = 'deploys-are-evaluated';

/** What the roll-up keeps of an assessment, so that a large fleet need not be held in memory. */
interface Row {
  readonly service: string;
  readonly tier: Tier;
  readonly rated: boolean;
  readonly step: number;
  readonly steps: number;
}

/** Sums up assessments, one of each service, looking at each once. Leave libraries out: they have a model, and steps, of their own. */
export function rollUp(assessments: Iterable<Assessment>, { targets = {}, services = 0, now }: RollUpOptions = {}): RollUp {
  const rows: Row[] = [];
  const checks = countChecks();
  const exemptions = { active: 0, expiring: 0, refused: 0, services: 0 };
  const endangered: string[] = [];
  const models = new Set<string>();
  let oldAssessments = 0;
  for (const assessment of assessments) {
    const { service, rated, step, model, premature } = assessment;
    rows.push({ service: service.name, tier: service.tier, rated, step, steps: assessment.steps.length });
    checks.add(assessment);
    const active = assessment.exemptions.filter(({ refused }) => refused === undefined);
    exemptions.active += active.length;
    exemptions.expiring += active.filter(({ expiring }) => expiring).length;
    exemptions.refused += assessment.exemptions.length - active.length;
    if (active.length > 0) exemptions.services++;
    if (premature.some(({ severity }) => severity === 'danger')) endangered.push(service.name);
    models.add(`${model.id}@${model.version}+${model.digest}`);
    if (now !== undefined && parseTime(now) - parseTime(assessment.at) > DAY) oldAssessments++;
  }
  const rated = rows.filter(({ rated }) => rated).length;
  const known = Math.max(services, rows.length);
  return {
    services: known,
    rated,
    coverage: share(rated, known),
    tiers: ([1, 2, 3, 4] as const).flatMap((tier) => distribute(rows, tier, targets[tier])),
    ...checks.summary(),
    oldAssessments,
    exemptions,
    furthestBelow: furthestBelow(rows, targets),
    endangered,
    models: [...models].sort(),
  };
}

function countChecks() {
  let [applicable, unknown, stale, evaluatingDeploys] = [0, 0, 0, 0];
  const byCheck = new Map<string, { check: string; services: number; applicable: number }>();
  return { add, summary };

  function add({ findings }: Assessment): void {
    for (const { check, outcome, stale: isStale, satisfied } of findings) {
      if (outcome === 'not-applicable') continue;
      applicable++;
      if (outcome === 'unknown') unknown++;
      if (isStale) stale++;
      if (check === EVALUATES_DEPLOYS && outcome === 'pass' && satisfied) evaluatingDeploys++;
      let count = byCheck.get(check);
      if (count === undefined) byCheck.set(check, (count = { check, services: 0, applicable: 0 }));
      count.applicable++;
      if (outcome === 'fail' || outcome === 'partial') count.services++;
    }
  }

  function summary(): Pick<RollUp, 'unknownRate' | 'staleRate' | 'evaluatingDeploys' | 'failing'> {
    const failing = [...byCheck.values()]
      .filter(({ services }) => services > 0)
      .sort((a, b) => b.services - a.services || (a.check < b.check ? -1 : 1))
      .slice(0, MOST_LISTED);
    return { unknownRate: share(unknown, applicable), staleRate: share(stale, applicable), evaluatingDeploys, failing };
  }
}

function distribute(rows: readonly Row[], tier: Tier, target: number | undefined): TierDistribution[] {
  const own = rows.filter((row) => row.tier === tier);
  if (own.length === 0) return [];
  const rated = own.filter(({ rated }) => rated);
  const steps = new Array<number>(own.reduce((most, { steps }) => Math.max(most, steps), 0)).fill(0);
  for (const { step } of rated) steps[step]++;
  const distribution = { tier, services: own.length, steps, notRated: own.length - rated.length };
  if (target === undefined) return [distribution];
  return [{ ...distribution, target, atTarget: rated.filter(({ step }) => step >= target).length }];
}

function furthestBelow(rows: readonly Row[], targets: NonNullable<RollUpOptions['targets']>): RollUp['furthestBelow'] {
  return rows
    .flatMap(({ service, tier, rated, step }) => {
      const target = targets[tier];
      return !rated || target === undefined || step >= target ? [] : [{ service, tier, step, target }];
    })
    .sort((a, b) => a.tier - b.tier || b.target - b.step - (a.target - a.step) || (a.service < b.service ? -1 : 1))
    .slice(0, MOST_LISTED);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
