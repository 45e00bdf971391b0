import type { Model } from '../model/model.ts';
import type { Exemption } from '../service/exemption.ts';
import type { Service } from '../service/service.ts';
import { DAY, parseTime } from '../time.ts';

/** From its creation to its end. */
export const LONGEST_EXEMPTION_DAYS = 180;
const WARNING_DAYS = 14;
const SHORTEST_REASON = 20;

/** Why an exemption has no effect. */
export type ExemptionRefusal =
  | 'unknown-check'
  | 'not-exemptible'
  | 'reason-too-short'
  | 'no-approver'
  | 'approved-by-owner'
  | 'unreadable-dates'
  | 'too-long'
  | 'not-yet'
  | 'expired';

/** How an exemption stands at a moment. */
export interface ExemptionState {
  readonly exemption: Exemption;
  /** Undefined when it holds. */
  readonly refused?: ExemptionRefusal;
  /** It holds, and ends within 14 days. */
  readonly expiring: boolean;
}

/** Every exemption of a service, and whether it holds. */
export function judgeExemptions(model: Model, service: Service, now: number): readonly ExemptionState[] {
  return (service.exemptions ?? []).map((exemption) => {
    const refused = refusal(exemption, model, service, now);
    if (refused !== undefined) return { exemption, refused, expiring: false };
    return { exemption, expiring: parseTime(exemption.expires) - now <= WARNING_DAYS * DAY };
  });
}

function refusal(exemption: Exemption, model: Model, { owner }: Service, now: number): ExemptionRefusal | undefined {
  const check = model.checks.find(({ id }) => id === exemption.check);
  if (check === undefined) return 'unknown-check';
  if (!check.exemptible) return 'not-exemptible';
  if (exemption.reason.trim().length < SHORTEST_REASON) return 'reason-too-short';
  if (exemption.approver.trim() === '') return 'no-approver';
  if (owner !== undefined && sameName(exemption.approver, owner)) return 'approved-by-owner';
  const [created, expires] = [parseTime(exemption.created), parseTime(exemption.expires)];
  if (Number.isNaN(created) || Number.isNaN(expires)) return 'unreadable-dates';
  if (expires - created > LONGEST_EXEMPTION_DAYS * DAY) return 'too-long';
  if (now < created) return 'not-yet';
  return now >= expires ? 'expired' : undefined;
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
