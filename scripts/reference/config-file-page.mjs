import { readFileSync } from 'node:fs';
import { page, table } from './markdown.mjs';
import { schemaRows } from './schema-rows.mjs';

const SCHEMA = new URL('../../packages/action/flamestep.schema.json', import.meta.url);

/** `.flamestep.yaml`, from the schema that editors check it against. */
export function configFilePage() {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const definitionOf = ($ref) => schema.$defs[$ref.split('/').at(-1)];
  return page(
    schema.title,
    `${schema.description} What each does and which file counts, with an example: [configuration](../../packages/action/configuration.md).`,
    'An entry of a list names a `function`, a `file`, or both; one of `thresholds.functions` gives `relative`, `share`, or both.',
    table(['field', 'what it may be', 'meaning'], schemaRows(schema, definitionOf)),
    'Schema, for editors: [flamestep.schema.json](../../packages/action/flamestep.schema.json).',
  );
}
