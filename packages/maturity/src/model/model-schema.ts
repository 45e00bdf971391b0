import type { Schema } from '../yaml/schema.ts';

const id: Schema = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 };
const text: Schema = { type: 'string', minLength: 1, maxLength: 2000 };
const localized: Schema = {
  oneOf: [text, { type: 'object', required: ['en'], additionalProperties: false, properties: { en: text, ja: text } }],
};
const checkText: Schema = {
  type: 'object',
  required: ['title', 'motivation', 'evidence', 'remediation'],
  additionalProperties: false,
  properties: {
    title: { ...text, description: 'The good state, as a short sentence.' },
    motivation: { ...text, description: 'Why anyone should care.' },
    evidence: { ...text, description: 'What counts as evidence.' },
    remediation: { ...text, description: 'What to do when it is not met.' },
  },
};
const condition: Schema = { $ref: '#/$defs/condition' };
const limit: Schema = { $ref: '#/$defs/limit' };
const conditions: Schema = { type: 'array', maxItems: 20, items: condition };
const criterion: Schema = {
  type: 'object',
  required: ['pass'],
  additionalProperties: false,
  properties: {
    gating: { type: 'boolean', description: 'Keeps the gate of the step shut while it is not met; false when left out.' },
    pass: condition,
  },
};
const combination = (key: string, description: string): Schema => ({
  type: 'object',
  required: [key],
  additionalProperties: false,
  description,
  properties: { [key]: conditions },
});

/** JSON Schema (2020-12) of a model file. */
export const modelSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://flamestep.io/schema/v1/model.schema.json',
  title: 'A maturity model, or changes to a built-in one',
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata'],
  additionalProperties: false,
  properties: {
    apiVersion: { type: 'string', const: 'flamestep.io/v1' },
    kind: { type: 'string', const: 'Model' },
    metadata: {
      type: 'object',
      required: ['id', 'version'],
      additionalProperties: false,
      properties: {
        id: { ...id, description: 'Name of the model: small letters and digits, with dashes.' },
        version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$', maxLength: 40, description: 'Of the model: 1.0.0.' },
        extends: {
          type: 'string',
          enum: ['builtin@1', 'library@1'],
          description: 'The model that this one changes and adds to.',
        },
        allowLoosen: {
          type: 'boolean',
          description: 'Lets built-in gates be made easier; results cannot be compared with others then.',
        },
      },
    },
    steps: {
      type: 'array',
      maxItems: 10,
      description: 'Steps of your own, or changes of built-in ones by their number.',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: {
          id: { type: 'integer', minimum: 0, maximum: 9, description: 'Number of the step.' },
          name: localized,
          gateThreshold: { type: 'number', minimum: 0, maximum: 1, description: 'Share of the weight that opens the gate: 0.8.' },
          minApplicable: {
            type: 'integer',
            minimum: 1,
            maximum: 100,
            description: 'With fewer checks that apply the gate stays shut.',
          },
          sustainDays: {
            type: 'number',
            minimum: 0,
            maximum: 365,
            description: 'Days that the gate must have been open to count.',
          },
        },
      },
    },
    evidence: {
      type: 'object',
      description: 'Kinds of evidence of your own, by id.',
      propertyNames: id,
      additionalProperties: {
        type: 'object',
        required: ['title', 'fields', 'sources', 'windowDays', 'ttlDays'],
        additionalProperties: false,
        properties: {
          title: localized,
          fields: {
            type: 'object',
            description: 'The values of it, by name.',
            propertyNames: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 80 },
            additionalProperties: {
              type: 'object',
              required: ['unit', 'label'],
              additionalProperties: false,
              properties: {
                unit: {
                  type: 'string',
                  enum: ['flag', 'ratio', 'factor', 'count', 'seconds', 'days', 'age'],
                  description: 'flag is true or false, 1 is all for a ratio and the same for a factor, an age is in days.',
                },
                label: localized,
              },
            },
          },
          sources: {
            type: 'array',
            minItems: 1,
            maxItems: 10,
            items: id,
            description: 'Types of sources that tell it, the usual one first.',
          },
          windowDays: { type: 'number', minimum: 0, maximum: 730, description: 'Days of behaviour that it judges.' },
          ttlDays: { type: 'number', minimum: 0.01, maximum: 3650, description: 'Days that an answer holds.' },
          floor: {
            type: 'string',
            enum: ['measured', 'derived', 'declared'],
            description: 'The weakest basis that counts; derived when left out.',
          },
          combine: {
            type: 'string',
            enum: ['best', 'worst'],
            description: 'Which of several sources decides; worst when left out.',
          },
          query: { ...text, description: '{{selector}} stands for the selector of the service.' },
        },
      },
    },
    checks: {
      type: 'array',
      maxItems: 500,
      description: 'Checks of your own, or changes of built-in ones by their id.',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: {
          id: { ...id, description: 'Of the check: small letters and digits, with dashes.' },
          step: { type: 'integer', minimum: 0, maximum: 9, description: 'Number of the step that it belongs to.' },
          weight: { type: 'number', minimum: 1, maximum: 100, description: 'Against the other checks of the step.' },
          lifecycle: {
            type: 'string',
            enum: ['preview', 'stable', 'deprecated'],
            description: 'A preview is shown and does not count.',
          },
          enforceFrom: {
            type: 'string',
            pattern: '^\\d{4}-\\d{2}-\\d{2}',
            maxLength: 40,
            description: 'A preview until this day, such as 2026-11-16.',
          },
          exemptible: { type: 'boolean', description: 'Whether a service can be exempted from it.' },
          requires: {
            type: 'array',
            maxItems: 20,
            description: 'Ids of checks that must be met first, or anyOf with several of which one suffices.',
            items: {
              oneOf: [
                id,
                {
                  type: 'object',
                  required: ['anyOf'],
                  additionalProperties: false,
                  properties: { anyOf: { type: 'array', minItems: 1, maxItems: 20, items: id } },
                },
              ],
            },
          },
          prematureSeverity: {
            type: 'string',
            enum: ['warning', 'danger'],
            description: 'How bad it is to begin before what it requires.',
          },
          kinds: {
            type: 'object',
            additionalProperties: false,
            description: 'What is asked, by kind of service; nothing of a kind that is left out.',
            properties: { backend: criterion, web: criterion, mobile: criterion, batch: criterion, library: criterion },
          },
          tiers: {
            type: 'array',
            minItems: 1,
            maxItems: 4,
            description: 'Tiers that it is asked of; all when left out.',
            items: { type: 'integer', minimum: 1, maximum: 4 },
          },
          lifecycles: {
            type: 'array',
            minItems: 1,
            maxItems: 3,
            description: 'Lifecycles that it is asked of; all when left out.',
            items: { type: 'string', enum: ['experimental', 'production', 'deprecated'] },
          },
          effort: { type: 'string', enum: ['S', 'M', 'L'], description: 'S up to a day, M some days, L weeks.' },
          docs: { type: 'string', pattern: '^https://', maxLength: 1000, description: 'Where to read on.' },
          text: {
            type: 'object',
            description: 'Its words: in English, which must be there, and in Japanese.',
            required: ['en'],
            additionalProperties: false,
            properties: { en: checkText, ja: checkText },
          },
        },
      },
    },
  },
  $defs: {
    condition: {
      oneOf: [
        combination('all', 'All of these.'),
        combination('any', 'One of these.'),
        {
          type: 'object',
          required: ['least', 'of'],
          additionalProperties: false,
          description: 'At least so many of these.',
          properties: { least: { type: 'integer', minimum: 0, maximum: 20, description: 'How many must hold.' }, of: conditions },
        },
        {
          type: 'object',
          required: ['evidence', 'field'],
          additionalProperties: false,
          description: 'One field against one limit: atLeast, atMost or is.',
          properties: {
            evidence: { ...id, description: 'Id of the kind of evidence.' },
            field: { type: 'string', maxLength: 80, description: 'Which of its values.' },
            atLeast: limit,
            atMost: limit,
            is: { type: 'boolean', description: 'What a flag must be.' },
            minSamples: {
              type: 'integer',
              minimum: 1,
              maximum: 1_000_000,
              description: 'With fewer events the answer is unknown.',
            },
          },
        },
      ],
    },
    limit: {
      oneOf: [
        { type: 'number' },
        {
          type: 'object',
          required: ['default'],
          additionalProperties: false,
          properties: {
            default: { type: 'number', description: 'In the unit of the field.' },
            tiers: {
              type: 'object',
              additionalProperties: false,
              description: 'By tier, instead of the default.',
              properties: { '1': { type: 'number' }, '2': { type: 'number' }, '3': { type: 'number' }, '4': { type: 'number' } },
            },
            service: { type: 'string', maxLength: 80, description: 'Name of the limit that the service may state.' },
            loosest: { type: 'number', description: 'The most lenient value that it may state.' },
          },
        },
      ],
    },
  },
};
