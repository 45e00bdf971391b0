// @ts-check
// Times are ISO 8601 in UTC, which sorts as text, and milliseconds since 1970 where there are many of them.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('services', (table) => {
    table.comment('Every entity that is a service, with what lists are filtered and sorted by');
    table.string('entity_ref').primary().comment('Canonical: component:default/checkout');
    table.text('title').nullable();
    table.text('search').notNullable().comment('Name and title in small letters');
    table.string('entity_type').nullable().comment('spec.type');
    table.boolean('annotated').notNullable().comment('Says which service it is');
    table.string('service_name').nullable().comment('Name in evidence');
    table.text('manifest_url').nullable().comment('Where its o11y.yaml is');
    table.string('repository').nullable().comment('owner/name in small letters, from github.com/project-slug');
    table.string('entity_tier').nullable().comment('flamestep.io/tier as written');
    table.string('digest').notNullable().comment('Of what the catalog says of it');
    table.string('missing_since').nullable().comment('The catalog has it no longer');
    table.string('kind').notNullable();
    table.integer('tier').notNullable();
    table.string('lifecycle').notNullable();
    table.boolean('rated').notNullable().defaultTo(false);
    table.integer('step').nullable();
    table.double('score_low').nullable();
    table.double('score_high').nullable();
    table.integer('trouble').notNullable().defaultTo(0).comment('The larger, the further up within its tier');
    table.string('assessed_at').nullable();
    table.string('next_assess_at').nullable();
    table.string('claimed_until').nullable().comment('Somebody assesses it now');
    table.string('trend_state').notNullable().defaultTo('no-data');
    table.string('slower_since').nullable().comment('Of the state slower: time of the change point');
    table.string('last_result_at').nullable().comment('Newest result of main');
    table.string('trend_due_at').nullable().comment('New results wait to be looked at');
    // Long texts come last: what stands behind them takes longer to read.
    table.text('problem').nullable();
    table.text('sum').nullable().comment('JSON: what a roll-up needs of the assessment');
    table.text('rating').nullable().comment('JSON: the rest of what a row shows of the assessment');
    table.text('trend').nullable().comment('JSON: TrendSummary without its sparkline');
    table.index(['tier', 'trouble', 'entity_ref'], 'services_trouble');
    table.index(['repository'], 'services_repository');
    table.index(['next_assess_at'], 'services_next_assess');
    table.index(['trend_due_at'], 'services_trend_due');
  });

  await knex.schema.createTable('service_owners', (table) => {
    table.string('entity_ref').notNullable().references('entity_ref').inTable('services').onDelete('CASCADE');
    table.string('owner_ref').notNullable();
    table.primary(['entity_ref', 'owner_ref']);
    table.index(['owner_ref', 'entity_ref'], 'service_owners_owner');
  });

  await knex.schema.createTable('group_ancestors', (table) => {
    table.comment('Groups and all groups above them, themselves included');
    table.string('group_ref').notNullable();
    table.string('ancestor_ref').notNullable();
    table.primary(['group_ref', 'ancestor_ref']);
    table.index(['ancestor_ref', 'group_ref'], 'group_ancestors_ancestor');
  });

  await knex.schema.createTable('reports', (table) => {
    table.string('id').primary();
    table.string('entity_ref').notNullable();
    table.string('repository').notNullable();
    table.text('commit_hash').notNullable().comment('Or the label of a head without a commit');
    table.string('report_key').notNullable();
    table.string('run').notNullable().comment('Id and attempt of the run');
    table.string('digest').notNullable().comment('SHA-256 of the content: the same again is no conflict');
    table.text('name').notNullable();
    table.boolean('is_main').notNullable();
    table.text('branch').nullable();
    table.integer('pull_request').nullable();
    table.text('pull_title').nullable();
    table.string('fork').nullable();
    table.string('recorded_at').notNullable();
    table.string('received_at').notNullable();
    table.string('state').notNullable();
    table.text('verdict').nullable().comment('JSON: ReportVerdict');
    table.unique(['repository', 'commit_hash', 'report_key', 'run'], { indexName: 'reports_once' });
    table.index(['entity_ref', 'recorded_at'], 'reports_of_entity');
    table.index(['recorded_at'], 'reports_recorded');
  });

  await knex.schema.createTable('report_bodies', (table) => {
    table.string('report_id').primary().references('id').inTable('reports').onDelete('CASCADE');
    table.binary('body').notNullable().comment('Gzipped JSON');
  });

  await knex.schema.createTable('series', (table) => {
    table.comment('One for each profile key and sample type of an entity');
    table.increments('id');
    table.string('entity_ref').notNullable();
    table.string('report_key').notNullable();
    table.string('sample_type').notNullable();
    table.string('measure').notNullable();
    table.string('unit').notNullable();
    table.text('summary').nullable().comment('JSON: TrendSummary');
    table.unique(['entity_ref', 'report_key', 'sample_type', 'measure', 'unit'], { indexName: 'series_once' });
  });

  if (String(knex.client.config.client).includes('sqlite')) {
    // As below, with the results of a series side by side: a year of them is read at once.
    await knex.raw(`CREATE TABLE points (
      series_id integer NOT NULL REFERENCES series (id) ON DELETE CASCADE,
      at bigint NOT NULL,
      commit_hash text NOT NULL,
      value double,
      runs integer,
      report_id varchar(255),
      functions text NOT NULL,
      PRIMARY KEY (series_id, at, commit_hash)
    ) WITHOUT ROWID`);
  } else {
    await knex.schema.createTable('points', (table) => {
      table.integer('series_id').notNullable().references('id').inTable('series').onDelete('CASCADE');
      table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
      table.text('commit_hash').notNullable();
      table.double('value').nullable().comment('The cost of everything; unknown under relative normalisation');
      table.integer('runs').nullable();
      table.string('report_id').nullable();
      table.text('functions').notNullable().comment('JSON: own cost by hash of the function');
      table.primary(['series_id', 'at', 'commit_hash']);
    });
  }

  await knex.schema.createTable('functions', (table) => {
    table.integer('series_id').notNullable().references('id').inTable('series').onDelete('CASCADE');
    table.string('hash').notNullable();
    table.text('name').notNullable();
    table.text('file').notNullable();
    table.double('times').nullable().comment('Of functions whose level changed: how many times the usual one it is');
    table.primary(['series_id', 'hash']);
  });

  await knex.schema.createTable('models', (table) => {
    table.string('digest').primary();
    table.text('body').notNullable().comment('JSON: Model, for the words of old assessments');
  });

  await knex.schema.createTable('assessments', (table) => {
    table.comment('The last of each entity');
    table.string('entity_ref').primary().references('entity_ref').inTable('services').onDelete('CASCADE');
    table.string('at').notNullable();
    table.binary('body').notNullable().comment('Gzipped JSON: Assessment');
  });

  await knex.schema.createTable('history', (table) => {
    table.string('entity_ref').notNullable();
    table.string('at').notNullable();
    table.boolean('rated').notNullable();
    table.integer('step').nullable();
    table.double('score_low').nullable();
    table.double('score_high').nullable();
    table.string('model_digest').notNullable();
    table.string('model_id').notNullable();
    table.string('model_version').notNullable();
    table.text('change').nullable().comment('JSON: what changed since the entry before, and why');
    table.primary(['entity_ref', 'at']);
    table.index(['at'], 'history_at');
  });

  await knex.schema.createTable('evidence', (table) => {
    table.comment('What every source said last');
    table.string('entity_ref').notNullable().references('entity_ref').inTable('services').onDelete('CASCADE');
    table.text('evidence_id').notNullable();
    table.text('body').notNullable().comment('JSON: Evidence');
    table.string('failing_since').nullable().comment('It could not be renewed since then');
    table.primary(['entity_ref', 'evidence_id']);
  });

  await knex.schema.createTable('sources', (table) => {
    table.string('entity_ref').notNullable().references('entity_ref').inTable('services').onDelete('CASCADE');
    table.text('type').notNullable();
    table.text('instance').notNullable();
    table.string('state').notNullable().comment('answering, failing or unbound');
    table.string('since').nullable();
    table.text('message').nullable();
    table.string('answered_at').nullable();
    table.text('kinds').notNullable().comment('JSON: kinds of evidence');
    table.primary(['entity_ref', 'type', 'instance']);
    table.index(['state', 'type', 'instance'], 'sources_state');
  });

  await knex.schema.createTable('notices', (table) => {
    table.comment('What owners were told, so that they are told once');
    table.string('entity_ref').notNullable();
    table.text('subject').notNullable();
    table.string('at').notNullable();
    table.primary(['entity_ref', 'subject']);
    table.index(['at'], 'notices_at');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'notices',
    'sources',
    'evidence',
    'history',
    'assessments',
    'models',
    'functions',
    'points',
    'series',
    'report_bodies',
    'reports',
    'group_ancestors',
    'service_owners',
    'services',
  ]) {
    await knex.schema.dropTable(table);
  }
};
