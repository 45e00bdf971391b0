/** Writes schema.json from reportSchema. */
import { writeFileSync } from 'node:fs';
import { reportSchema } from '../src/model/report-schema.ts';

writeFileSync(new URL('../schema.json', import.meta.url), `${JSON.stringify(reportSchema, null, 2)}\n`);
