import type { HistoryChange, HistoryEntry, ServiceHistory, ServiceSource } from '@flamestep/backstage-plugin-flamestep-common';
import { type Assessment, type Evidence, type Model, modelDigest } from '@flamestep/maturity';
import type { Knex } from 'knex';
import { unzipJson, zipJson } from './gzip-json.ts';
import { isAmong } from './sql.ts';

/** Evidence as its source said it last. */
export interface KeptEvidence {
  readonly evidence: Evidence;
  /** ISO 8601: it could not be renewed since then. */
  readonly failingSince?: string | undefined;
}

/** Everything that an assessment leaves behind. */
export interface FinishedAssessment {
  readonly entityRef: string;
  readonly model: Model;
  readonly assessment: Assessment;
  readonly evidence: readonly KeptEvidence[];
  readonly sources: readonly ServiceSource[];
  /** Left out where the history has nothing to tell. */
  readonly history?: { readonly change?: HistoryChange | undefined } | undefined;
  /** Columns of `services`. */
  readonly row: Readonly<Record<string, string | number | boolean | null>>;
}

/** Assessments, what they rest on, and their history. */
export class DatabaseAssessmentStore {
  private readonly knex: Knex;
  private readonly models = new Map<string, Model>();

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /** Services whose assessment is due and that nobody assesses now, the most overdue first. */
  async due(now: string, limit: number): Promise<string[]> {
    return this.knex('services')
      .where('next_assess_at', '<=', now)
      .whereNull('missing_since')
      .where((free) => free.whereNull('claimed_until').orWhere('claimed_until', '<', now))
      .orderBy('next_assess_at')
      .limit(limit)
      .pluck('entity_ref');
  }

  /** Takes a service for one who assesses it; false when somebody else has it. */
  async claim(entityRef: string, now: string, until: string): Promise<boolean> {
    const taken = await this.knex('services')
      .where({ entity_ref: entityRef })
      .where((free) => free.whereNull('claimed_until').orWhere('claimed_until', '<', now))
      .update({ claimed_until: until });
    return taken === 1;
  }

  /** Gives a service back whose assessment could not be made, with the reason. */
  async fail(entityRef: string, problem: string, nextAt: string): Promise<void> {
    await this.knex('services').where({ entity_ref: entityRef }).update({ problem, claimed_until: null, next_assess_at: nextAt });
  }

  /** The last assessment. */
  async latest(entityRef: string): Promise<Assessment | undefined> {
    const row = await this.knex('assessments').where({ entity_ref: entityRef }).first();
    return row && unzipJson<Assessment>(row.body);
  }

  async evidenceOf(entityRef: string): Promise<KeptEvidence[]> {
    const rows = await this.knex('evidence').where({ entity_ref: entityRef }).orderBy('evidence_id');
    // Only this package writes them.
    return rows.map(({ body, failing_since }) => ({
      evidence: JSON.parse(body) as Evidence,
      failingSince: failing_since ?? undefined,
    }));
  }

  async sourcesOf(entityRef: string): Promise<ServiceSource[]> {
    const rows = await this.knex('sources').where({ entity_ref: entityRef }).orderBy(['type', 'instance']);
    return rows.map(({ type, instance, state, since, message, answered_at, kinds }) => ({
      type,
      instance,
      state,
      ...(since !== null && { since }),
      ...(message !== null && { message }),
      ...(answered_at !== null && { answeredAt: answered_at }),
      kinds: JSON.parse(kinds),
    }));
  }

  /** Keeps an assessment with all that belongs to it, or nothing of it, and gives the service back. */
  async save({ entityRef, model, assessment, evidence, sources, history, row }: FinishedAssessment): Promise<void> {
    const body = await zipJson(assessment);
    const { at, rated, step, steps } = assessment;
    const score = steps[step]?.score;
    await this.knex.transaction(async (trx) => {
      await trx('models')
        .insert({ digest: assessment.model.digest, body: JSON.stringify(model) })
        .onConflict('digest')
        .ignore();
      await trx('assessments').insert({ entity_ref: entityRef, at, body }).onConflict('entity_ref').merge();
      await trx('evidence').where({ entity_ref: entityRef }).delete();
      if (evidence.length > 0) await trx('evidence').insert(evidence.map((kept) => evidenceRow(entityRef, kept)));
      await trx('sources').where({ entity_ref: entityRef }).delete();
      if (sources.length > 0) await trx('sources').insert(sources.map((source) => sourceRow(entityRef, source)));
      if (history) {
        await trx('history')
          .insert({
            entity_ref: entityRef,
            at,
            rated,
            step: rated ? step : null,
            score_low: rated ? (score?.low ?? null) : null,
            score_high: rated ? (score?.high ?? null) : null,
            model_digest: assessment.model.digest,
            model_id: assessment.model.id,
            model_version: assessment.model.version,
            change: history.change === undefined ? null : JSON.stringify(history.change),
          })
          .onConflict(['entity_ref', 'at'])
          .ignore();
      }
      await trx('services')
        .where({ entity_ref: entityRef })
        .update({ ...row, problem: null, claimed_until: null });
    });
  }

  /** Newest first, those before a moment. */
  async history(entityRef: string, before: string | undefined, limit: number): Promise<ServiceHistory> {
    const select = this.knex('history').where({ entity_ref: entityRef });
    if (before !== undefined) select.andWhere('at', '<', before);
    const rows = await select.orderBy('at', 'desc').limit(limit + 1);
    const page = rows.slice(0, limit);
    const models = await this.modelsOf([...new Set(page.map(({ model_digest }) => model_digest))]);
    const entries = page.map((row): HistoryEntry => {
      const stepName = row.step === null ? undefined : models.get(row.model_digest)?.steps[row.step]?.name;
      return {
        at: row.at,
        rated: Boolean(row.rated),
        ...(row.step !== null && { step: row.step }),
        ...(stepName && { stepName }),
        ...(row.score_low !== null && { score: { low: row.score_low, high: row.score_high } }),
        model: { id: row.model_id, version: row.model_version, digest: row.model_digest },
        ...(row.change !== null && { change: JSON.parse(row.change) }),
      };
    });
    return { entries, ...(rows.length > limit && { next: page[page.length - 1].at }) };
  }

  /** The newest entry of the history, to tell whether there is something new. */
  async lastEntry(entityRef: string): Promise<HistoryEntry | undefined> {
    return (await this.history(entityRef, undefined, 1)).entries[0];
  }

  /** When each step began that the service is on or has passed since. */
  async stepsReached(entityRef: string): Promise<Map<number, string>> {
    const rows = await this.knex('history')
      .where({ entity_ref: entityRef, rated: true })
      .select('at', 'step')
      .orderBy('at', 'desc')
      .limit(2000);
    const reached = new Map<number, string>();
    let lowest = Number.POSITIVE_INFINITY;
    for (const { at, step } of rows) {
      lowest = Math.min(lowest, step);
      for (let passed = 0; passed <= lowest; passed++) reached.set(passed, at);
    }
    return reached;
  }

  /** The models of old assessments, for their words. */
  async modelsOf(digests: readonly string[]): Promise<Map<string, Model>> {
    const missing = digests.filter((digest) => !this.models.has(digest));
    if (missing.length > 0) {
      for (const { digest, body } of await this.knex('models').where(isAmong(this.knex, 'digest', missing))) {
        this.models.set(digest, JSON.parse(body));
      }
    }
    return new Map(digests.flatMap((digest) => (this.models.has(digest) ? [[digest, this.models.get(digest)!]] : [])));
  }

  /** Remembers a model that is in use, so that it is not read from the database. */
  remember(model: Model): void {
    this.models.set(modelDigest(model), model);
  }
}

function evidenceRow(entityRef: string, { evidence, failingSince }: KeptEvidence) {
  return { entity_ref: entityRef, evidence_id: evidence.id, body: JSON.stringify(evidence), failing_since: failingSince ?? null };
}

function sourceRow(entityRef: string, { type, instance, state, since, message, answeredAt, kinds }: ServiceSource) {
  return {
    entity_ref: entityRef,
    type,
    instance,
    state,
    since: since ?? null,
    message: message ?? null,
    answered_at: answeredAt ?? null,
    kinds: JSON.stringify(kinds),
  };
}
