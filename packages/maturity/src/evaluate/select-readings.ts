import { BASIS_STRENGTH } from '../evidence/basis-strength.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { EvidenceKind } from '../evidence/evidence-kind.ts';
import type { Model } from '../model/model.ts';
import { DAY, parseTime } from '../time.ts';
import type { Reading } from './reading.ts';

/** Clocks differ; evidence from further ahead is not believed. */
const CLOCK_SKEW = 5 * 60_000;
/** Retention and slots make a window end a little short. */
const SHORTEST_WINDOW = 0.95;

/**
 * By kind, what each source says of the service. Of one source the newest usable evidence counts, and only the strongest basis
 * is heard, even where it is unavailable: a source that is cut off must not let a declaration speak in its place.
 */
export function selectReadings(
  model: Model,
  subject: string,
  evidence: readonly Evidence[],
  now: number,
): ReadonlyMap<string, readonly Reading[]> {
  const selected = new Map<string, Reading[]>();
  const moments = rememberMoments();
  for (const record of evidence) {
    const kind = Object.hasOwn(model.evidence, record.kind) ? model.evidence[record.kind] : undefined;
    if (kind === undefined || record.subject !== subject) continue;
    const reading = read(record, kind, now, moments);
    const readings = selected.get(record.kind);
    if (readings === undefined) selected.set(record.kind, [reading]);
    else add(readings, reading);
  }
  return selected;
}

function add(readings: Reading[], reading: Reading): void {
  const difference = BASIS_STRENGTH[reading.evidence.basis] - BASIS_STRENGTH[readings[0].evidence.basis];
  if (difference < 0) return;
  if (difference > 0) readings.length = 0;
  const { type, instance } = reading.evidence.source;
  const same = readings.findIndex(({ evidence: { source } }) => source.type === type && source.instance === instance);
  if (same < 0) readings.push(reading);
  else if (comesBefore(reading, readings[same])) readings[same] = reading;
}

/** A total order, so that the order of evidence does not matter: usable first, then newest, then by id. */
function comesBefore(a: Reading, b: Reading): boolean {
  if ((a.unusable === undefined) !== (b.unusable === undefined)) return a.unusable === undefined;
  const [timeA, timeB] = [parseTime(a.evidence.observedAt), parseTime(b.evidence.observedAt)];
  // What has no readable time is older than everything.
  const difference = (Number.isNaN(timeA) ? -Infinity : timeA) - (Number.isNaN(timeB) ? -Infinity : timeB);
  return difference === 0 || Number.isNaN(difference) ? a.evidence.id < b.evidence.id : difference > 0;
}

type Moments = (text: string) => number;

/** As `parseTime`; what is collected together has the same moments, and to read one again and again takes longer than to judge it. */
function rememberMoments(): Moments {
  const known = new Map<string, number>();
  return (text) => {
    let moment = known.get(text);
    if (moment === undefined) known.set(text, (moment = parseTime(text)));
    return moment;
  };
}

function read(evidence: Evidence, kind: EvidenceKind, now: number, moments: Moments): Reading {
  const age = now - moments(evidence.observedAt);
  const timeToLive = kind.ttlDays * DAY;
  // A comparison with NaN is false, so an unreadable time ends here too.
  if (!(age >= -CLOCK_SKEW)) return { evidence, unusable: 'source-error', stale: false };
  if (age > 2 * timeToLive) return { evidence, unusable: 'stale', stale: true };
  const stale = age > timeToLive;
  if (evidence.unavailable !== undefined) return { evidence, unusable: evidence.unavailable.reason, stale };
  return { evidence, unusable: coversWindow(evidence, kind, moments) ? undefined : 'insufficient-history', stale };
}

function coversWindow({ window, basis }: Evidence, { windowDays }: EvidenceKind, moments: Moments): boolean {
  if (windowDays === 0 || basis === 'declared') return true;
  return window !== undefined && moments(window.to) - moments(window.from) >= SHORTEST_WINDOW * windowDays * DAY;
}
