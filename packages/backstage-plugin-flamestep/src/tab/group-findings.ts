import type { AssessedFinding, Outcome, ServiceAssessment } from '@flamestep/backstage-plugin-flamestep-common';

/** Findings of a step under their heading. */
export interface FindingGroup {
  readonly title: string;
  readonly findings: readonly AssessedFinding[];
}

const WORST: readonly Outcome[] = ['fail', 'partial', 'unknown', 'exempt', 'pass', 'not-applicable'];
const WORDS: Readonly<Record<Outcome, string>> = {
  fail: 'fail',
  partial: 'partial',
  unknown: 'unknown',
  exempt: 'exempt',
  pass: 'pass',
  'not-applicable': 'not asked',
};

/** The current step first, then the earlier and the later ones; of those what needs a look, or with `all` everything. Worst first. */
export function groupFindings({ step, steps, findings }: ServiceAssessment, all: boolean): readonly FindingGroup[] {
  const order = [
    step,
    ...steps.map(({ step: id }) => id).filter((id) => id < step),
    ...steps.map(({ step: id }) => id).filter((id) => id > step),
  ];
  return order.flatMap((id) => {
    const own = findings.filter((finding) => finding.step === id);
    const shown = all || id === step ? own : id < step ? own.filter(needsLook) : [];
    if (shown.length === 0) return [];
    const sorted = [...shown].sort((a, b) => WORST.indexOf(a.outcome) - WORST.indexOf(b.outcome) || b.weight - a.weight);
    const name = steps.find((one) => one.step === id)?.name.en ?? '';
    const heading =
      id < step ? `, gate met: ${own.filter(needsLook).length} of ${own.length} checks need a look` : `: ${countWords(own)}`;
    return [{ title: `Step ${id}, ${name}${heading}`, findings: sorted }];
  });
}

function needsLook({ outcome, stale, premature }: AssessedFinding): boolean {
  return stale || premature || (outcome !== 'pass' && outcome !== 'not-applicable');
}

function countWords(findings: readonly AssessedFinding[]): string {
  return WORST.flatMap((outcome) => {
    const count = findings.filter((finding) => finding.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${WORDS[outcome]}`];
  }).join(', ');
}
