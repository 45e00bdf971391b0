import { expect, test } from 'vitest';
import { schemaRows } from './schema-rows.mjs';

test('fields are listed with their paths, lists and free names too', () => {
  const schema = {
    properties: {
      name: { type: 'string', description: 'What it is called' },
      runs: { type: 'array', maxItems: 9, items: { properties: { seconds: { type: 'number', minimum: 0, maximum: 60 } } } },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
    },
    required: ['name'],
  };
  expect(schemaRows(schema)).toEqual([
    ['`name`', 'text, **required**', 'What it is called.'],
    ['`runs`', 'list, at most 9', ''],
    ['`runs[].seconds`', 'number, 0 to 60', ''],
    ['`labels`', 'fields', ''],
    ['`labels.<name>`', 'text', ''],
  ]);
});

test('fields that are the same stand in one row', () => {
  const number = { type: 'number' };
  expect(schemaRows({ properties: { low: number, high: number } })).toEqual([['`{low,high}`', 'number', '']]);
});

test('a definition is put in its place, or linked to', () => {
  const schema = { properties: { share: { $ref: '#/$defs/share' } } };
  expect(schemaRows(schema)).toEqual([['`share`', '[share](#share)', '']]);
  const share = { enum: ['half', 'all'], description: 'How much.' };
  expect(schemaRows(schema, () => share)).toEqual([['`share`', '`half`, `all`', 'How much.']]);
});
