/** A Grafana Pyroscope. */
export interface PyroscopeSource {
  readonly type: 'pyroscope';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  readonly url: string;
  /** Sent as `X-Scope-OrgID`. */
  readonly tenant?: string | undefined;
}

/** A Parca. */
export interface ParcaSource {
  readonly type: 'parca';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  readonly url: string;
  /** The profile type that is CPU time; that of Parca's agent when left out. */
  readonly cpuType?: string | undefined;
}
