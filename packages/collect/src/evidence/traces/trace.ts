/** One span. Times are milliseconds since 1970. */
export interface Span {
  readonly id: string;
  /** Empty for a root. */
  readonly parent: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  readonly service: string;
  readonly from: number;
  readonly to: number;
  /** Names of its attributes. */
  readonly attributes: ReadonlySet<string>;
}

/** The spans of one trace, as far as they are kept. */
export type Trace = readonly Span[];

/** Where traces can be asked for. */
export interface TraceStore {
  /** The request, for people. */
  readonly query: string;
  /** Up to `limit` traces of the service between two times, in milliseconds since 1970; the slowest of those it knows where `slowest` is set. */
  traces(range: {
    readonly from: number;
    readonly to: number;
    readonly limit: number;
    readonly slowest: boolean;
  }): Promise<readonly Trace[]>;
}
