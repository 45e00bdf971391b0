import type { Report } from '../model/report.ts';
import { countAcknowledged } from '../words/describe-acknowledged.ts';
import { leadProfile } from '../words/lead-profile.ts';

/** What the hidden first line of a comment tells the next run. */
export interface Marker {
  /** Subject key of the report. */
  readonly key: string;
  readonly head?: string;
  readonly base?: string;
  /** Run and attempt: `123456.1`. */
  readonly run?: string;
  /** What that comment said: functions that got slower and faster. Absent where nothing was compared. */
  readonly slower?: number;
  /** As `slower`. */
  readonly faster?: number;
  /** Slower functions that were accepted; absent for none. */
  readonly acknowledged?: number;
}

/** The marker of a comment on these reports. All are of one key unless `key` says what they have in common. */
export function createMarker(reports: readonly Report[], key: string = reports[0]?.subject.key ?? 'profile'): Marker {
  const [first] = reports;
  const compared = reports.flatMap(({ profiles, state }) =>
    state.kind === 'compared' || state.kind === 'stale-baseline' ? (leadProfile(profiles) ?? []) : [],
  );
  const judged = compared.filter(({ method }) => method !== 'indicative');
  const sum = (count: (profile: (typeof judged)[number]) => number) => judged.reduce((total, one) => total + count(one), 0);
  const acknowledged = sum(countAcknowledged);
  const { base, head } = first?.subject ?? {};
  const run = first?.provenance.run;
  return {
    key,
    ...(head?.commit === undefined ? {} : { head: head.commit }),
    ...(base?.commit === undefined ? {} : { base: base.commit }),
    ...(run === undefined ? {} : { run: `${run.id}.${run.attempt ?? 1}` }),
    ...(judged.length === 0
      ? {}
      : { slower: sum(({ counts }) => counts.slower + counts.new), faster: sum(({ counts }) => counts.faster + counts.gone) }),
    ...(acknowledged === 0 ? {} : { acknowledged }),
  };
}

/** `<!-- flamestep:v1 key=checkout head=1a2b3c4 base=9f8e7d6 run=123456.1 slower=1 faster=0 -->`; values that could end it are left out. */
export function renderMarker(marker: Marker): string {
  const fields = Object.entries(marker).filter(([, value]) => FIELD.test(String(value)));
  return `<!-- flamestep:v1 ${fields.map(([name, value]) => `${name}=${value}`).join(' ')} -->`;
}

/**
 * Reads the marker in the first line of a comment; undefined where there is none. Anyone can write one: that a comment is ours is
 * shown by its author alone.
 */
export function readMarker(comment: string): Marker | undefined {
  const match = /^<!-- flamestep:v1 ([ -~]{1,500}?) -->/.exec(comment);
  if (match === null) return undefined;
  const fields = new Map(
    match[1].split(' ').flatMap((field): [string, string][] => {
      const [name, value] = field.split('=', 2);
      return value !== undefined && FIELD.test(value) ? [[name, value]] : [];
    }),
  );
  const key = fields.get('key');
  if (key === undefined) return undefined;
  const texts = (['head', 'base', 'run'] as const).flatMap((name) => (fields.has(name) ? [[name, fields.get(name)]] : []));
  const counts = (['slower', 'faster', 'acknowledged'] as const).flatMap((name) => {
    const count = Number(fields.get(name) ?? Number.NaN);
    return Number.isSafeInteger(count) && count >= 0 ? [[name, count]] : [];
  });
  return { key, ...Object.fromEntries([...texts, ...counts]) };
}

/** No blank, no `--`, no `>`. */
const FIELD = /^(?!.*--)[A-Za-z0-9._/-]{1,120}$/;
