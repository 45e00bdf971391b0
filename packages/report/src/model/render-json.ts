import type { Report } from './report.ts';
import { reportSchema } from './report-schema.ts';
import type { Schema } from '../schema/schema.ts';

/**
 * A report as JSON, with its keys in the order of the schema, so that equal reports are equal texts. Indented, except with trees,
 * whose columns nobody reads.
 */
export function renderJson(report: Report): string {
  return `${JSON.stringify(inOrder(report, reportSchema), null, report.trees === undefined ? 2 : 0)}\n`;
}

function inOrder(value: unknown, schema: Schema): unknown {
  if ('oneOf' in schema || value === null || typeof value !== 'object') return sortKeys(value);
  if (schema.type === 'array') return (value as readonly unknown[]).map((item) => inOrder(item, schema.items as Schema));
  if (schema.type !== 'object') return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(schema.properties).flatMap(([key, property]) =>
      fields[key] === undefined ? [] : [[key, inOrder(fields[key], property as Schema)]],
    ),
  );
}

/** The few objects that are one of several kinds: `kind` stands first, the rest in the order of the alphabet. */
function sortKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const rank = (key: string) => (key === 'kind' ? '' : key);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
