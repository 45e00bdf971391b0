import type { Schema } from '../yaml/schema.ts';

const name: Schema = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]*$', maxLength: 200 };
const text: Schema = { type: 'string', minLength: 1, maxLength: 2000 };
const day: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}',
  maxLength: 40,
  description: 'ISO 8601, such as 2026-11-16',
};
const share = (description: string): Schema => ({ type: 'number', minimum: 0, maximum: 1, description });

/** JSON Schema (2020-12) of `o11y.yaml`. */
export const serviceSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://flamestep.io/schema/v1/service.schema.json',
  title: 'o11y.yaml: a service as flamestep judges it',
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  additionalProperties: false,
  properties: {
    apiVersion: { type: 'string', const: 'flamestep.io/v1' },
    kind: { type: 'string', const: 'Service' },
    metadata: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: { name: { ...name, description: 'Name of the service, unique in the fleet.' } },
    },
    spec: {
      type: 'object',
      required: ['kind', 'tier'],
      additionalProperties: false,
      properties: {
        kind: {
          type: 'string',
          enum: ['backend', 'web', 'mobile', 'batch', 'library'],
          description: 'Decides what "normal" means. A change of it is shown in the history.',
        },
        tier: { type: 'integer', minimum: 1, maximum: 4, description: '1 is the most important.' },
        lifecycle: {
          type: 'string',
          enum: ['experimental', 'production', 'deprecated'],
          description: 'production when left out',
        },
        owner: { ...text, description: 'Who owns the service; nobody exempts the own service.' },
        normal: {
          type: 'array',
          maxItems: 100,
          description: 'What is normal for this service, by operation or journey.',
          items: {
            type: 'object',
            required: ['operation', 'metric'],
            additionalProperties: false,
            properties: {
              operation: { ...text, description: 'Operation, route or journey.' },
              metric: { ...text, description: 'Metric or query whose value is judged.' },
              percentile: {
                type: 'number',
                minimum: 0,
                maximum: 100,
                description: 'Of the values, where the metric has several.',
              },
              atLeast: { type: 'number', description: 'The least that is normal, in the unit.' },
              atMost: { type: 'number', description: 'The most that is normal, in the unit.' },
              unit: { ...text, description: 'Such as ms, or requests per second.' },
              client: { type: 'string', enum: ['service', 'browser', 'mobile'], description: 'From where it is seen.' },
            },
          },
        },
        reviewed: { ...day, description: 'When the normal ranges were last looked at.' },
        limits: {
          type: 'object',
          additionalProperties: false,
          description: 'What the service calls normal over 28 days, within what the model allows.',
          properties: {
            availability: share('Of requests, for a backend.'),
            journeySuccess: share('Of journeys, for a web front end.'),
            crashFreeUsers: share('Of users, for a mobile app.'),
            runSuccess: share('Of runs, for a batch job.'),
          },
        },
        profilingOverhead: {
          type: 'object',
          required: ['atMost', 'approver'],
          additionalProperties: false,
          description: 'What profiling may cost, and who accepted it.',
          properties: {
            atMost: { type: 'number', minimum: 1, maximum: 2, description: 'CPU per request with profiling, against without.' },
            approver: { ...text, description: 'Who accepted it.' },
          },
        },
        selectors: {
          type: 'object',
          description: 'Labels that mean this service, by source type.',
          propertyNames: name,
          additionalProperties: {
            type: 'object',
            propertyNames: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_.]*$', maxLength: 200 },
            additionalProperties: { type: 'string', maxLength: 1000, description: 'Value of the label.' },
          },
        },
        sources: {
          type: 'array',
          maxItems: 50,
          description: 'Where to ask about this service.',
          items: {
            type: 'object',
            required: ['type'],
            additionalProperties: false,
            properties: {
              type: { ...name, description: 'prometheus, alertmanager, github, loki, …' },
              instance: { ...name, description: 'Which one, as the collector knows it; main when left out.' },
              role: {
                type: 'string',
                enum: ['customer-outcome', 'incidents'],
                description: 'What it is used for, where that must be said.',
              },
              query: { ...text, description: 'A series or query, where the source needs one.' },
            },
          },
        },
        exemptions: {
          type: 'array',
          maxItems: 50,
          description: 'Checks that need not be met for now. Each ends, and none counts as a pass.',
          items: {
            type: 'object',
            required: ['check', 'reason', 'category', 'approver', 'ticket', 'created', 'expires'],
            additionalProperties: false,
            properties: {
              check: { ...name, description: 'Id of the check.' },
              reason: { type: 'string', minLength: 20, maxLength: 2000, description: 'Why; at least 20 characters.' },
              category: {
                type: 'string',
                enum: ['not-feasible', 'planned', 'third-party', 'accepted-risk'],
                description: 'What kind of reason it is.',
              },
              approver: { ...text, description: 'Not the owner.' },
              ticket: { ...text, description: 'Where it is followed up: a number or a link.' },
              created: day,
              expires: { ...day, description: 'At most 180 days after created.' },
            },
          },
        },
      },
    },
  },
};
