import type { Assessment, Model, Outcome } from '@flamestep/maturity';

/** What a roll-up needs of an assessment, small enough to be read for ten thousand services at once. */
export interface FleetSum {
  /** Digest of the model. */
  readonly d: string;
  /** Number of steps. */
  readonly n: number;
  /** One letter for each check in the order of the model; a capital rests on old evidence. */
  readonly o: string;
  /** Weight of the checks that apply: all of it, what is unknown, what is exempt. */
  readonly w: readonly [all: number, unknown: number, exempt: number];
  /** Exemptions: active, expiring, refused. */
  readonly e: readonly [active: number, expiring: number, refused: number];
  /** Has a dangerous practice begun too early. */
  readonly x: boolean;
  /** Rests on old evidence, or on what a failing source said last. */
  readonly s: boolean;
}

type Letter = 's' | 'p' | 'q' | 'f' | 'u' | 'n' | 'x';
const OUTCOMES: Readonly<Record<Letter, Outcome>> = {
  s: 'pass',
  p: 'pass',
  q: 'partial',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
  x: 'exempt',
};
const LETTERS: Readonly<Record<Exclude<Outcome, 'pass'>, Letter>> = {
  partial: 'q',
  fail: 'f',
  unknown: 'u',
  'not-applicable': 'n',
  exempt: 'x',
};

/** Sums an assessment up. */
export function sumUp(assessment: Assessment, model: Model, isStale: boolean): FleetSum {
  const byCheck = new Map(assessment.findings.map((finding) => [finding.check, finding]));
  const letters = model.checks.map(({ id }) => {
    const finding = byCheck.get(id);
    if (finding === undefined) return 'n';
    const letter = finding.outcome === 'pass' ? (finding.satisfied ? 's' : 'p') : LETTERS[finding.outcome];
    return finding.stale ? letter.toUpperCase() : letter;
  });
  const weigh = (...outcomes: Outcome[]) =>
    assessment.findings.reduce((sum, { outcome, weight }) => (outcomes.includes(outcome) ? sum + weight : sum), 0);
  const active = assessment.exemptions.filter(({ refused }) => refused === undefined);
  return {
    d: assessment.model.digest,
    n: assessment.steps.length,
    o: letters.join(''),
    w: [weigh('pass', 'partial', 'fail', 'unknown', 'exempt'), weigh('unknown'), weigh('exempt')],
    e: [active.length, active.filter(({ expiring }) => expiring).length, assessment.exemptions.length - active.length],
    x: assessment.premature.some(({ severity }) => severity === 'danger'),
    s: isStale,
  };
}

/** One row of the fleet. */
export interface FleetRow {
  readonly entityRef: string;
  readonly kind: Assessment['service']['kind'];
  readonly tier: Assessment['service']['tier'];
  readonly lifecycle: Assessment['service']['lifecycle'];
  readonly rated: boolean;
  readonly step: number;
  readonly at: string;
  readonly sum: FleetSum;
}

/** The assessment behind a sum, as far as a roll-up looks at it. */
export function restoreForRollUp({ entityRef, kind, tier, lifecycle, rated, step, at, sum }: FleetRow, model: Model): Assessment {
  const holding = Array.from({ length: sum.e[0] }, (_, index) => ({ expiring: index < sum.e[1] }));
  const refused = Array.from({ length: sum.e[2] }, () => ({ expiring: false, refused: 'expired' }));
  const restored = {
    service: { name: entityRef, kind, tier, lifecycle },
    model: { id: model.id, version: model.version, digest: sum.d, comparable: model.comparable },
    at,
    step,
    rated,
    steps: model.steps,
    findings: model.checks.map(({ id }, index) => {
      const written = sum.o[index] ?? 'n';
      // Only sumUp writes these letters.
      const letter = written.toLowerCase() as Letter;
      return { check: id, outcome: OUTCOMES[letter], satisfied: letter === 's', stale: written !== letter };
    }),
    premature: sum.x ? [{ severity: 'danger' }] : [],
    exemptions: [...holding, ...refused],
  };
  // rollUp reads these fields and no others; fleet-sum.test.ts holds it against whole assessments.
  return restored as unknown as Assessment;
}
