/**
 * Writes the JSON Schemas that the package publishes, so that editors complete and check the files.
 *
 *   npm run schema -w packages/maturity
 */
import { writeFileSync } from 'node:fs';
import { modelSchema, serviceSchema } from '../src/index.ts';

for (const [file, schema] of Object.entries({ 'model.schema.json': modelSchema, 'service.schema.json': serviceSchema })) {
  writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
