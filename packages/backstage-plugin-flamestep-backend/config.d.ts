import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  flamestep?: {
    /** Which entities of the catalog are services, and how they are read. */
    catalog?: {
      /** A filter of the catalog, or several of which one suffices. Default: `kind: Component`. */
      filter?: { [field: string]: string | string[] } | Array<{ [field: string]: string | string[] }>;
      /** Kind of service by `spec.type`. Known already: service, website, library, app, mobile-app, batch, job. */
      types?: { [type: string]: 'backend' | 'web' | 'mobile' | 'batch' | 'library' };
      /** Tier of services that say none, 1 to 4. Default: 3. */
      tier?: number;
      /** How often services are read from the catalog. Default: every 5 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** Branches whose results make the trend. Default: main and master. */
    mainBranches?: string[];
    /** Where repositories are, for links. Default: https://github.com */
    repositoryUrl?: string;
    /** Where the app shows the pages of the frontend plugin, below `app.baseUrl`; default `/flamestep`. Links to reports begin with it. */
    pagesPath?: string;
    /** How reports are taken in. */
    ingest?: {
      /** Most bytes of a report, unzipped. Default: 16777216. */
      maxBytes?: number;
      /** Reports a minute of one repository, for each replica. Default: 300. */
      ratePerMinute?: number;
      /** Static tokens that may speak for some repositories only; others may for all. */
      tokens?: Array<{
        /** As the principal is called: `external:` and the subject of the token. */
        subject: string;
        /** `owner/name`; `*` stands for a whole part. */
        repositories: string[];
      }>;
      /** Entities of repositories, beside those with the annotation github.com/project-slug. */
      repositories?: Array<{
        /** `owner/name` on GitHub. */
        repository: string;
        /** Reference of the entity, such as `component:default/checkout`. */
        entity: string;
      }>;
    };
    /** Folder with the service files, `<service>.yaml`, for services without the annotation flamestep.io/manifest. */
    manifestFolder?: string;
    /** Where evidence is asked for. */
    sources?: Array<{
      /** What is asked. */
      type:
        | 'prometheus'
        | 'alertmanager'
        | 'grafana'
        | 'loki'
        | 'tempo'
        | 'jaeger'
        | 'pyroscope'
        | 'parca'
        | 'google-cloud'
        | 'newrelic'
        | 'github'
        | 'calendar';
      /** As service files name it. Default: main. */
      instance?: string;
      /** Where it is; left out for New Relic in the US and for github.com. */
      url?: string;
      /** Sent as X-Scope-OrgID. */
      tenant?: string;
      /** Values of the label `severity` of alerts that call somebody. Default: page and critical. */
      pageSeverities?: string[];
      /** Of alertmanager: labels that every page has beside those of the service. */
      labels?: { [label: string]: string };
      /** Of parca: the profile type that is CPU time. Default: that of Parca's agent. */
      cpuType?: string;
      /** Of google-cloud: id of the project. */
      project?: string;
      /** Of google-cloud: where its APIs are. Default: Google's own. */
      urls?: {
        /** Of Cloud Logging. */
        logging?: string;
        /** Of Cloud Trace. */
        trace?: string;
        /** Of Cloud Profiler. */
        profiler?: string;
      };
      /** Of newrelic: id of the account. */
      account?: number;
      /** Of github: the environment that is production. Default: production. */
      environment?: string;
      /** Of github: the environment that sees a change before production. Default: canary. */
      canaryEnvironment?: string;
      /** Of github: the environment of dry runs of a job. Default: dry-run. */
      dryRunEnvironment?: string;
      /** Of github: label of issues about one service, where repositories hold several. */
      serviceLabel?: string;
      /** Of github: hosts of dashboards and queries. */
      telemetryHosts?: string[];
      /**
       * Header that is sent to this address only, such as `Bearer …`.
       * @visibility secret
       */
      authorization?: string;
    }>;
    /** Models that judge services instead of the built-in ones: each the kinds that it names. Checked when the backend starts. */
    models?: Array<{
      /** Path of a model file, from the folder that the backend is started in. */
      file?: string;
      /** The model itself, written here as in a file. */
      inline?: { [key: string]: unknown };
    }>;
    /** How services are assessed. */
    assess?: {
      /** How often due services are looked for. Default: every 5 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Hours between two assessments of a service. Default: 6. */
      everyHours?: number;
      /** Services at a time. Default: 4. */
      concurrency?: number;
      /** Seconds for all questions about one service. Default: 60. */
      timeoutSeconds?: number;
    };
    trends?: {
      /** How often trends with new results are looked at. Default: every 30 seconds. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** The step that services of a tier are meant to be on, by tier. Default: 1: 2, 2: 1, 3: 1. */
    targets?: { [tier: string]: number };
    /** Hold every answer against openapi.yaml, for development. Default: false. */
    checkResponses?: boolean;
    notifications?: {
      /** Tell owners of changes of step and of slowdowns on main; needs the notifications plugin. Default: false. */
      enabled?: boolean;
    };
    /** How long data are kept, in days. */
    retention?: {
      /** How often old data are removed. Default: every day. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Reports of main. Default: 400. */
      reportDays?: number;
      /** Other reports. Default: 90. */
      pullRequestDays?: number;
      /** Results in trends. Default: 400. */
      pointDays?: number;
      /** History of the step. Default: 1100. */
      historyDays?: number;
      /** Everything about entities that the catalog has no longer. Default: 30. */
      removedDays?: number;
    };
  };
}
