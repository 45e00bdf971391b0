import { page } from './markdown.mjs';
import { typeSections } from './type-sections.mjs';

/** The types of a report, from the package that owns them. */
export const reportTypes = () => typeSections('report/src/index.ts', ['Report']);

/** The report that commands write as JSON, artifacts hold and the portal takes. */
export function reportPage() {
  return page(
    'The report',
    "What `flamestep diff --format=json` writes, what the action keeps as an artifact, and what the portal takes in. `?` marks fields that may be left out. Readers refuse what the [JSON Schema](../../packages/report/schema.json), which also bounds every text and list, does not let pass: `import schema from '@flamestep/report/schema.json'`.",
    ...reportTypes().text,
  );
}
