import { modelSchema } from '../../packages/maturity/src/index.ts';
import { page, table } from './markdown.mjs';
import { schemaRows } from './schema-rows.mjs';

const HEAD = ['field', 'what it may be', 'meaning'];

/** A model of one's own, from the schema that it is read with. */
export function modelFilePage() {
  const { condition, limit } = modelSchema.$defs;
  return page(
    'A model file',
    'A maturity model of your own, or changes to a built-in one: `flamestep maturity --model=model.yaml`. `flamestep maturity lint model.yaml` finds its faults, with lines. What the built-in models ask: [checks](../checks.md).',
    'What is left out of a check or a step that the built-in model has stays as it is there.',
    table(HEAD, schemaRows(modelSchema)),
    '## condition',
    'What must hold, in one of these forms:',
    ...condition.oneOf.map((one) => `**${one.description}**\n\n${table(HEAD, schemaRows(one))}`),
    '## limit',
    'A number in the unit of the field, or one that may differ:',
    table(HEAD, schemaRows(limit.oneOf[1])),
    'Schema, for editors: [model.schema.json](../../packages/maturity/schema/model.schema.json).',
  );
}
