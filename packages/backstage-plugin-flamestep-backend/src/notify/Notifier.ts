import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { Assessment, AssessmentChange } from '@flamestep/maturity';
import type { Knex } from 'knex';
import type { DatabaseServiceStore } from '../store/DatabaseServiceStore.ts';
import { DAY_MS } from '../trend/trend-constants.ts';

export interface NotifierOptions {
  readonly knex: Knex;
  readonly services: DatabaseServiceStore;
  readonly notifications: NotificationService;
  readonly logger: LoggerService;
  readonly clock: () => Date;
}

const MOST_CHECKS = 3;
/** What is older is no news, as when notifications are turned on. */
const NEWS_MS = 14 * DAY_MS;

/** Tells the owners of a service what changed; everything once, whichever replica found it. */
export class Notifier {
  private readonly options: NotifierOptions;

  constructor(options: NotifierOptions) {
    this.options = options;
  }

  /** A change of step, with its cause. The first rating is no change. */
  async stepChanged(entityRef: string, { step }: AssessmentChange, { at, rated }: Assessment): Promise<void> {
    if (step === undefined || !rated) return;
    const isUp = step.to > step.from;
    await this.send(entityRef, 'step', at, {
      title: `${nameOf(entityRef)} is on step ${step.to} now, ${isUp ? 'up' : 'down'} from ${step.from}`,
      description: `Cause: ${[step.cause, ...step.checks.slice(0, MOST_CHECKS).map(({ check }) => check)].join(', ')}`,
      severity: isUp ? 'low' : 'normal',
      topic: 'flamestep.step',
    });
  }

  /** A slowdown on main that its third result confirmed. */
  async gotSlower(entityRef: string, trend: TrendSummary): Promise<void> {
    if (trend.since === undefined || this.options.clock().getTime() - Date.parse(trend.since.time) > NEWS_MS) return;
    const { commit, pullRequest } = trend.since;
    const what = trend.function ? `${trend.function.name} in ${trend.key}` : trend.key;
    const times = (trend.function?.times ?? trend.since.times).toFixed(2);
    const by = pullRequest ? `pull request #${pullRequest.number}` : `commit ${commit.slice(0, 10)}`;
    // The place of a change may move by a result or two while more come in; that is the same change.
    await this.send(entityRef, `slower ${trend.key} ${trend.sampleType}`, trend.since.time, {
      title: `${nameOf(entityRef)} got slower on main`,
      description: `${what} (${trend.sampleType}): ${times} times its usual level since ${by}`,
      severity: trend.isWorse ? 'high' : 'normal',
      topic: 'flamestep.slower',
    });
  }

  private async send(
    entityRef: string,
    subject: string,
    since: string,
    payload: { title: string; description: string; severity: 'low' | 'normal' | 'high'; topic: string },
  ): Promise<void> {
    const { knex, services, notifications, logger, clock } = this.options;
    const owners = (await services.find(entityRef))?.summary.owners ?? [];
    if (owners.length === 0) return;
    const notice = { entity_ref: entityRef, subject };
    const taken = await knex('notices')
      .insert({ ...notice, at: clock().toISOString() })
      .onConflict(['entity_ref', 'subject'])
      // What they were told since then was this.
      .merge(['at'])
      .where('notices.at', '<', since)
      .returning('subject');
    if (taken.length === 0) return;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: [...owners] },
        payload: { ...payload, link: `/catalog/${namespace}/${kind}/${name}`, scope: `${payload.topic} ${entityRef}` },
      });
    } catch (error) {
      // To be tried again when it is found the next time.
      await knex('notices').where(notice).delete();
      logger.warn(`owners of ${entityRef} could not be told`, error instanceof Error ? error : undefined);
    }
  }
}

function nameOf(entityRef: string): string {
  return parseEntityRef(entityRef).name;
}
