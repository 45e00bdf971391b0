import { serviceSchema } from '../../packages/maturity/src/index.ts';
import { page, table } from './markdown.mjs';
import { schemaRows } from './schema-rows.mjs';

/** `o11y.yaml`, from the schema that it is read with. */
export function serviceFilePage() {
  return page(
    'o11y.yaml',
    'What a service says of itself, beside its code. `flamestep maturity init` writes one with comments; `flamestep maturity` and the portal read it.',
    table(['field', 'what it may be', 'meaning'], schemaRows(serviceSchema)),
    'Schema, for editors: [service.schema.json](../../packages/maturity/schema/service.schema.json).',
  );
}
