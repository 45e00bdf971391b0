import type { PrematurePractice } from '../assessment.ts';
import { idsOf } from '../model/in-order.ts';
import type { Model } from '../model/model.ts';
import type { Finding } from './finding.ts';

/** The practices begun before what they need. Where that is only unknown, nobody is warned: it is said as information, unless it is dangerous. */
export function findPremature(model: Model, findings: readonly Finding[]): readonly PrematurePractice[] {
  if (!findings.some(({ premature }) => premature)) return [];
  const byId = new Map(findings.map((finding) => [finding.check, finding]));
  return model.checks.flatMap(({ id, requires, prematureSeverity }): PrematurePractice[] => {
    const finding = byId.get(id)!;
    if (!finding.premature) return [];
    const isOpen = (id: string) => byId.get(id)?.satisfied !== true;
    const first = requires.filter((prerequisite) => idsOf(prerequisite).every(isOpen)).flatMap(idsOf);
    const isKnown = first.some((id) => ['fail', 'partial'].includes(byId.get(id)?.outcome ?? 'fail'));
    const severity = prematureSeverity === 'danger' || isKnown ? prematureSeverity : 'info';
    return [{ check: id, severity, first, banked: finding.banked ?? 0 }];
  });
}
