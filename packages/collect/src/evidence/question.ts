import type { Basis, BuiltInKind, UnavailableEvidence } from '@flamestep/maturity';
import type { ServiceManifest } from '@flamestep/maturity';
import type { KnownDeployment } from './find-deployments.ts';
import type { Client } from './http/client.ts';

/** Values for the fields of a kind, as its table in `@flamestep/maturity` states them. */
export type Values = Readonly<Record<string, number | boolean | null>>;

interface AnswerBase {
  /** The query as it was sent, where it was not known before. */
  readonly query?: string | undefined;
  /** Milliseconds since 1970: what the answer judges, as far as data reached. */
  readonly window?: { readonly from: number; readonly to: number } | undefined;
  /** Where a person can see the same. */
  readonly url?: string | undefined;
}

export interface FoundAnswer extends AnswerBase {
  readonly values: Values;
  readonly samples?: number | undefined;
  readonly unavailable?: never;
}

export interface NoAnswer extends AnswerBase {
  readonly unavailable: UnavailableEvidence['unavailable'];
  readonly values?: never;
}

export type Answer = FoundAnswer | NoAnswer;

/** One thing to find out from one source. What it throws becomes evidence that could not be had, and a failure. */
export interface Question {
  readonly kind: BuiltInKind;
  readonly basis: Basis;
  /** What is asked, for people. */
  readonly query: string;
  ask(): Promise<Answer>;
}

/** What a collector is given: the service, the moment, and a way to send requests to its source. */
export interface Context {
  readonly manifest: ServiceManifest;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly client: Client;
  /** Whether an operation that got slower has an issue or a note. */
  readonly isExplained: (operation: string) => Promise<boolean>;
  /** When the service was first deployed, where a source is connected that may know; milliseconds since 1970. */
  readonly firstDeployment?: (() => Promise<number | undefined>) | undefined;
  /** Deployments to production of the last 30 days, where a source is connected that knows them. */
  readonly deployments?: (() => Promise<readonly KnownDeployment[]>) | undefined;
  /** How often a job ran in the last day, where a source is connected that may know. */
  readonly runs?: (() => Promise<number | undefined>) | undefined;
}

/** An answer that says why there is none. */
export function unavailable(
  reason: NoAnswer['unavailable']['reason'],
  detail: string,
  rest: Omit<NoAnswer, 'unavailable'> = {},
): NoAnswer {
  return { unavailable: { reason, detail }, ...rest };
}
