import type { Report } from '@flamestep/report';

/** Answer of `…/reports`, newest first. */
export interface ServiceReports {
  readonly items: readonly ReportSummary[];
  /** How many there are, over all pages. */
  readonly total: number;
  /** How many a page has at most. */
  readonly limit: number;
  /** How many stand before this page. */
  readonly offset: number;
}

/** A report in one row. */
export interface ReportSummary {
  readonly id: string;
  readonly entityRef: string;
  readonly repository: string;
  /** Title: the service or the benchmark. */
  readonly name: string;
  /** Subject key. */
  readonly key: string;
  /** True: a result of the main branch, and so a point of the trend. */
  readonly isMain: boolean;
  readonly branch?: string;
  readonly commit?: string;
  readonly commitUrl?: string;
  readonly pullRequest?: { readonly number: number; readonly title?: string; readonly url?: string };
  /** `owner/name` of the fork whose run made it: its author could have written any number. */
  readonly fork?: string;
  /** ISO 8601: of the measurement where it is told, otherwise of the arrival. */
  readonly recordedAt: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly state: Report['state']['kind'];
  readonly verdict?: ReportVerdict;
}

/** What the report says, over all its profiles. Absent where nothing was compared. */
export interface ReportVerdict {
  /** The worst of its profiles. */
  readonly word: string;
  /** Findings, of all profiles, by word. */
  readonly slower: number;
  /** As `slower`. */
  readonly faster: number;
  /** As `slower`. */
  readonly moved: number;
  /** As `slower`. */
  readonly inconclusive: number;
  /** The greatest finding. */
  readonly finding?: {
    readonly sampleType: string;
    readonly name: string;
    readonly verdict: string;
    /** As shares of the base's whole: 0.038 is 3.8 points. */
    readonly share: { readonly change: number; readonly low: number; readonly high: number };
  };
  readonly runs?: { readonly base: number; readonly head: number };
  /** The smallest share that would have been seen, of the first profile. */
  readonly smallestDetectable?: number;
}

/** Answer of `GET /v1/reports/{id}`. The report was checked on arrival; its text is untrusted and has to be escaped. */
export interface ReportDetail {
  readonly summary: ReportSummary;
  readonly report: Report;
}
