import type { Model, ServiceKind, Tier } from '@flamestep/maturity';
import type { Source } from '@flamestep/collect';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** What the configuration says, with defaults filled in. */
export interface FlamestepConfig {
  readonly catalog: {
    /** Which entities are services; as filters of the catalog. */
    readonly filter: readonly Readonly<Record<string, string | readonly string[]>>[];
    /** Kind of service by `spec.type`. */
    readonly types: Readonly<Record<string, ServiceKind>>;
    /** Of services that do not say theirs. */
    readonly tier: Tier;
    readonly schedule: SchedulerServiceTaskScheduleDefinition;
  };
  readonly mainBranches: readonly string[];
  /** Where repositories are: `https://github.com`. */
  readonly repositoryUrl: string;
  /** Where the frontend plugin shows its pages: `https://portal.example.com/flamestep`. Undefined where the app's address is not told. */
  readonly pagesUrl: string | undefined;
  readonly ingest: {
    readonly maxBytes: number;
    /** Reports a minute of one repository. */
    readonly ratePerMinute: number;
    readonly tokens: readonly { readonly subject: string; readonly repositories: readonly string[] }[];
    /** Entities of repositories, beside the annotation. */
    readonly repositories: readonly { readonly repository: string; readonly entityRef: string }[];
  };
  /** Folder with `<service>.yaml`, instead of the annotation. */
  readonly manifestFolder: string | undefined;
  readonly sources: readonly ConfiguredSource[];
  /** `origin Authorization`, one a line. */
  readonly authorization: string;
  /** The model that judges each kind of service. */
  readonly models: Readonly<Record<ServiceKind, Model>>;
  readonly assess: {
    readonly schedule: SchedulerServiceTaskScheduleDefinition;
    readonly everyHours: number;
    readonly concurrency: number;
    readonly timeoutSeconds: number;
  };
  readonly trendSchedule: SchedulerServiceTaskScheduleDefinition;
  readonly targets: Readonly<Partial<Record<Tier, number>>>;
  /** Hold every answer against `openapi.yaml`: for development. */
  readonly checkResponses: boolean;
  readonly notifications: { readonly enabled: boolean };
  readonly retention: {
    readonly schedule: SchedulerServiceTaskScheduleDefinition;
    readonly reportDays: number;
    readonly pullRequestDays: number;
    readonly pointDays: number;
    readonly historyDays: number;
    readonly removedDays: number;
  };
}

/** A source for every service; `github` asks each service's own repository. */
export type ConfiguredSource = Exclude<Source, { type: 'github' | 'openslo' | 'flamestep' }> | GithubDefaults;

export interface GithubDefaults {
  readonly type: 'github';
  readonly instance?: string;
  readonly url?: string;
  readonly environment?: string;
  readonly canaryEnvironment?: string;
  readonly dryRunEnvironment?: string;
  readonly serviceLabel?: string;
  readonly telemetryHosts?: readonly string[];
}
