import type { BackstageCredentials, PermissionsService, UserInfoService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult, type BasicPermission } from '@backstage/plugin-permission-common';
import {
  canonicalEntityRef,
  type Fleet,
  flamestepServiceAssessPermission,
  flamestepServiceReadPermission,
  SERVICE_ANNOTATION,
  type ReportDetail,
  type ServiceDetail,
  type ServiceHistory,
  type ServiceList,
  type ServiceReports,
  type ServicesQuery,
  type ServiceTrends,
  type TrendProfile,
} from '@flamestep/backstage-plugin-flamestep-common';
import type { Assessor } from '../assess/Assessor.ts';
import { describeAssessment } from '../assess/describe-assessment.ts';
import type { CatalogReader } from '../catalog/CatalogReader.ts';
import type { FlamestepConfig } from '../config/flamestep-config.ts';
import type { DatabaseAssessmentStore } from '../store/DatabaseAssessmentStore.ts';
import type { DatabaseFleetStore } from '../store/DatabaseFleetStore.ts';
import type { DatabaseReportStore } from '../store/DatabaseReportStore.ts';
import type { DatabaseServiceStore, StoredService } from '../store/DatabaseServiceStore.ts';
import type { DatabaseTrendStore } from '../store/DatabaseTrendStore.ts';
import type { ServiceFilter, Visible } from '../store/service-filter.ts';
import { describeLine } from '../trend/describe-line.ts';
import { byTelling } from '../trend/most-telling.ts';
import { JUDGED_DAYS } from '../trend/TrendKeeper.ts';
import { DAY_MS } from '../trend/trend-constants.ts';
import { rememberBriefly } from './remember-briefly.ts';
import { summarizeFleet, WEEK_DAYS } from './summarize-fleet.ts';

export interface ReadApiOptions {
  readonly services: DatabaseServiceStore;
  readonly assessments: DatabaseAssessmentStore;
  readonly reports: DatabaseReportStore;
  readonly trends: DatabaseTrendStore;
  readonly fleet: DatabaseFleetStore;
  readonly catalog: CatalogReader;
  readonly assessor: Assessor;
  readonly permissions: PermissionsService;
  readonly userInfo: UserInfoService;
  readonly config: FlamestepConfig;
  readonly clock: () => Date;
}

/** What may be chosen of trends. */
export interface TrendChoice {
  readonly key?: string | undefined;
  readonly sampleType?: string | undefined;
  readonly days: number;
}

/** Ten thousand services take a while to sum up, and `asOf` says when they were. */
const FLEET_MS = 5_000;
const MOST_FLEETS = 100;

/** Everything that can be read, by whom it is read: routes and actions are shells around this. */
export class ReadApi {
  private readonly options: ReadApiOptions;
  private readonly rememberFleet = rememberBriefly<Fleet>(FLEET_MS, MOST_FLEETS);

  constructor(options: ReadApiOptions) {
    this.options = options;
  }

  /** A page of the services that the caller may read. */
  async list(query: ServicesQuery, credentials: BackstageCredentials): Promise<ServiceList> {
    await this.require(flamestepServiceReadPermission, credentials);
    const { sort = 'trouble', descending = false, limit = 50, offset = 0 } = query;
    const [filter, visible] = await Promise.all([this.filterOf(query, credentials), this.options.catalog.visibleTo(credentials)]);
    const { items, total } = await this.options.services.list(filter, visible, { sort, descending, limit, offset });
    return { items, total, limit, offset };
  }

  /** One service with its assessment. */
  async service(entityRef: string, credentials: BackstageCredentials): Promise<ServiceDetail> {
    const { row, summary } = await this.find(entityRef, credentials);
    const { assessments, trends } = this.options;
    const [assessment, evidence, sources, reached, sparkline] = await Promise.all([
      assessments.latest(entityRef),
      assessments.evidenceOf(entityRef),
      assessments.sourcesOf(entityRef),
      assessments.stepsReached(entityRef),
      trends.sparklineOf(entityRef, summary.trend),
    ]);
    const model = assessment && (await assessments.modelsOf([assessment.model.digest])).get(assessment.model.digest);
    return {
      service: sparkline ? { ...summary, trend: { ...summary.trend, sparkline } } : summary,
      ...(row.service_name !== null && { serviceName: row.service_name }),
      ...(row.repository !== null && { repository: row.repository }),
      // Of a service that the entity names no longer, it would say what is not so any more.
      ...(summary.annotated && assessment && model && { assessment: describeAssessment(model, assessment, evidence, reached) }),
      sources,
      ...(row.next_assess_at !== null && { nextAssessmentAt: row.next_assess_at }),
      ...(row.problem !== null && { problem: row.problem }),
    };
  }

  /** What became of the step and the score, and why. */
  async history(
    entityRef: string,
    page: { readonly before?: string | undefined; readonly limit: number },
    credentials: BackstageCredentials,
  ): Promise<ServiceHistory> {
    await this.find(entityRef, credentials);
    return this.options.assessments.history(entityRef, page.before, page.limit);
  }

  /** Every profile of a service, and one of them drawn out. Throws `NotFoundError` for one that there is not. */
  async trends(
    entityRef: string,
    { key, sampleType, days }: TrendChoice,
    credentials: BackstageCredentials,
  ): Promise<ServiceTrends> {
    await this.find(entityRef, credentials);
    const { trends, clock } = this.options;
    const profiles = (await trends.profilesOf(entityRef)).sort(byTelling);
    const chosen = profiles.find(
      (one) => (key === undefined || one.key === key) && (sampleType === undefined || one.sampleType === sampleType),
    );
    if (chosen === undefined) {
      if (key === undefined && sampleType === undefined) return { profiles: [] };
      throw new NotFoundError('the service has no such profile');
    }
    const now = clock();
    const from = now.getTime() - days * DAY_MS;
    const stored = await trends.linesOf(chosen, now.getTime() - JUDGED_DAYS * DAY_MS, 'changed');
    const lines = stored.map((line) => describeLine(line, from));
    const commits = lines.flatMap(({ changes }) => changes.map(({ commit }) => commit));
    const about = await this.options.reports.aboutCommits(entityRef, [...new Set(commits)]);
    return {
      profiles: profiles.map(withoutId),
      selected: {
        ...withoutId(chosen),
        from: new Date(from).toISOString(),
        to: now.toISOString(),
        lines: lines.map((line) => ({
          ...line,
          changes: line.changes.map((change) => {
            const { pullRequest, commitUrl } = about.get(change.commit) ?? {};
            return { ...change, ...(pullRequest && { pullRequest }), ...(commitUrl !== undefined && { commitUrl }) };
          }),
        })),
      },
    };
  }

  /** Reports of a service, newest first. */
  async reports(
    entityRef: string,
    page: { readonly limit: number; readonly offset: number; readonly main?: boolean | undefined },
    credentials: BackstageCredentials,
  ): Promise<ServiceReports> {
    await this.find(entityRef, credentials);
    return this.options.reports.list(entityRef, page);
  }

  /** A report. One of an entity that the caller may not read is not there. */
  async report(id: string, credentials: BackstageCredentials): Promise<ReportDetail> {
    await this.require(flamestepServiceReadPermission, credentials);
    const summary = await this.options.reports.findSummary(id);
    const isVisible = summary !== undefined && (await this.options.catalog.maySee(summary.entityRef, credentials));
    const detail = isVisible ? await this.options.reports.read(summary) : undefined;
    if (detail === undefined) throw new NotFoundError('there is no such report, or it is kept no longer');
    return detail;
  }

  /** The services that the caller may read, summed up. */
  async fleet(query: ServicesQuery, credentials: BackstageCredentials): Promise<Fleet> {
    await this.require(flamestepServiceReadPermission, credentials);
    const [filter, visible] = await Promise.all([this.filterOf(query, credentials), this.options.catalog.visibleTo(credentials)]);
    const key = JSON.stringify([visible.key, filter]);
    return this.rememberFleet(key, this.options.clock().getTime(), () => this.sumUp(filter, visible));
  }

  /** Assesses a service now. Throws `InputError` for an entity that does not say which service it is. */
  async assess(entityRef: string, credentials: BackstageCredentials): Promise<ServiceDetail> {
    await this.require(flamestepServiceAssessPermission, credentials);
    const { summary } = await this.find(entityRef, credentials);
    if (!summary.annotated)
      throw new InputError(`the entity has no annotation ${SERVICE_ANNOTATION}; add it to say which service it is`);
    // While somebody else assesses it, what is shown afterwards is theirs.
    await this.options.assessor.assess(entityRef);
    return this.service(entityRef, credentials);
  }

  private async sumUp(filter: ServiceFilter, visible: Visible): Promise<Fleet> {
    const { fleet, assessments, config, clock } = this.options;
    const now = clock();
    const since = new Date(now.getTime() - WEEK_DAYS * DAY_MS).toISOString();
    const [services, slower, failingSources] = await Promise.all([
      fleet.services(filter, visible),
      fleet.slowerSince(since, filter, visible),
      fleet.failingSources(filter, visible),
    ]);
    const models = await assessments.modelsOf([...new Set(services.flatMap(({ sum }) => sum?.d ?? []))]);
    return summarizeFleet({
      services,
      models,
      main: config.models.backend,
      slower,
      failingSources,
      targets: config.targets,
      now,
    });
  }

  private async find(entityRef: string, credentials: BackstageCredentials): Promise<StoredService> {
    await this.require(flamestepServiceReadPermission, credentials);
    const { catalog, services, clock } = this.options;
    if (!(await catalog.maySee(entityRef, credentials))) throw new NotFoundError(`there is no service ${entityRef}`);
    const stored = await services.find(entityRef);
    if (stored !== undefined) return stored;
    const fetched = await catalog.fetch(entityRef);
    if (fetched !== undefined) await services.put(fetched, clock().toISOString());
    const found = fetched && (await services.find(entityRef));
    if (found === undefined) throw new NotFoundError(`there is no service ${entityRef}`);
    return found;
  }

  private async filterOf(query: ServicesQuery, credentials: BackstageCredentials): Promise<ServiceFilter> {
    const { mine, sort: _sort, descending: _descending, limit: _limit, offset: _offset, ...filter } = query;
    const asked = filter.owners?.map((owner) => canonicalEntityRef(owner, 'group'));
    if (!mine) return { ...filter, ...(asked && { owners: asked }) };
    const { ownershipEntityRefs } = await this.options.userInfo.getUserInfo(credentials);
    const own = ownershipEntityRefs.map((ref) => canonicalEntityRef(ref, 'user'));
    return { ...filter, owners: [...own, ...(asked ?? [])] };
  }

  private async require(permission: BasicPermission, credentials: BackstageCredentials): Promise<void> {
    const [{ result }] = await this.options.permissions.authorize([{ permission }], { credentials });
    if (result !== AuthorizeResult.ALLOW) throw new NotAllowedError(`this takes the permission ${permission.name}`);
  }
}

function withoutId({ id: _, ...profile }: TrendProfile & { readonly id: number }): TrendProfile {
  return profile;
}
