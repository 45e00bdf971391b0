import type { EvidenceCollector } from '@flamestep/backstage-plugin-flamestep-node';
import { BUILT_IN_KINDS, type Evidence } from '@flamestep/maturity';

export interface FakeSource extends EvidenceCollector {
  /** How it answers from now on. */
  state: 'good' | 'bad' | 'failing' | 'throwing';
  /** How often it was asked, by service. */
  readonly asked: string[];
}

/** A source that knows everything about every service: all good, all bad, failing, or throwing. */
export function fakeSource(type = 'prometheus'): FakeSource {
  const asked: string[] = [];
  return {
    type,
    state: 'good',
    asked,
    async collect({ manifest, now }) {
      const subject = manifest.service.name;
      asked.push(subject);
      if (this.state === 'throwing') throw new Error('no route to the host');
      const source = { type, instance: 'main' };
      const evidence = Object.entries(BUILT_IN_KINDS).map(([kind, { fields, windowDays }]): Evidence => {
        const common = {
          id: `${subject}:${type}:${kind}`,
          kind,
          subject,
          basis: 'measured' as const,
          source,
          query: `all of ${kind}`,
          observedAt: now.toISOString(),
          ...(windowDays > 0 && {
            window: { from: new Date(now.getTime() - windowDays * 86_400_000).toISOString(), to: now.toISOString() },
          }),
        };
        if (this.state === 'failing') return { ...common, unavailable: { reason: 'source-error', detail: 'status 503' } };
        const value = (unit: string) =>
          unit === 'flag' ? this.state === 'good' : unit === 'ratio' ? (this.state === 'good' ? 1 : 0) : 1;
        return {
          ...common,
          samples: 1000,
          values: Object.fromEntries(Object.entries(fields).map(([field, { unit }]) => [field, value(unit)])),
        };
      });
      const failures = this.state === 'failing' ? [{ source, code: 'status' as const, message: 'status 503', kinds: [] }] : [];
      return { evidence, failures };
    },
  };
}
