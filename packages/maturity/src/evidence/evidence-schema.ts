import type { Schema } from '../yaml/schema.ts';

const name: Schema = { type: 'string', minLength: 1, maxLength: 300 };
const text: Schema = { type: 'string', maxLength: 10_000 };
const moment: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}', maxLength: 40 };

/** JSON Schema of a list of evidence as it is kept in a file. What values may be, and that there are values or a reason, is checked beside it. */
export const evidenceSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Evidence about services',
  type: 'array',
  maxItems: 5000,
  items: {
    type: 'object',
    required: ['id', 'kind', 'subject', 'basis', 'source', 'query', 'observedAt'],
    additionalProperties: false,
    properties: {
      id: { ...name, maxLength: 1000 },
      kind: name,
      subject: name,
      basis: { type: 'string', enum: ['measured', 'derived', 'declared'] },
      source: {
        type: 'object',
        required: ['type', 'instance'],
        additionalProperties: false,
        properties: { type: name, instance: name, version: name },
      },
      query: text,
      observedAt: moment,
      window: {
        type: 'object',
        required: ['from', 'to'],
        additionalProperties: false,
        properties: { from: moment, to: moment },
      },
      url: { ...text, maxLength: 2000 },
      samples: { type: 'number', minimum: 0 },
      values: { type: 'object', propertyNames: name, additionalProperties: {} },
      unavailable: {
        type: 'object',
        required: ['reason'],
        additionalProperties: false,
        properties: {
          reason: {
            type: 'string',
            enum: ['unauthorised', 'source-error', 'insufficient-history', 'low-n', 'resolution', 'no-data'],
          },
          detail: text,
        },
      },
    },
  },
};
