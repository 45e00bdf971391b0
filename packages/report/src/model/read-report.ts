import { isFlamegraphError, pruneFlameTree } from '@flamestep/flamegraph';
import { encodeUtf8 } from '@flamestep/pprof';
import { checkValue } from '../schema/check-value.ts';
import type { Report, ReportTree } from './report.ts';
import { ReportError } from './report-error.ts';
import { REPORT_LIMITS } from './report-limits.ts';
import { reportSchema } from './report-schema.ts';

const REMEDY = 'a report is written by flamestep with --format=json';

/** Options of {@link readReport}. */
export interface ReadReportOptions {
  /** Let trees pass; default true. Without them a report is at most 1 MiB, with them 16 MiB. */
  readonly trees?: boolean;
}

/**
 * Reads a report from outside: its JSON text, its UTF-8 bytes, or what was parsed from them. Unknown fields, numbers that are not
 * finite, and anything past `REPORT_LIMITS` are refused with a `ReportError`, whose `pointer` says where. The text in a report stays
 * untrusted: it is bounded here and escaped by the renderers.
 */
export function readReport(source: string | Uint8Array | object, options: ReadReportOptions = {}): Report {
  const withTrees = options.trees ?? true;
  const value = parse(source, withTrees ? REPORT_LIMITS.bytesWithTrees : REPORT_LIMITS.bytes);
  checkVersion(value);
  checkValue(value, reportSchema);
  // checkValue has shown that it is one; that type and schema agree is shown by report-schema.test.ts.
  const report = value as Report;
  if (report.trees !== undefined && !withTrees) {
    throw new ReportError('malformed', '/trees', 'trees are not accepted here; send the report without them');
  }
  checkSize(report);
  report.trees?.forEach(checkTree);
  return report;
}

/** Throws unless all but the trees, indented, fits `REPORT_LIMITS.bytes`. */
export function checkSize({ trees: _, ...rest }: Report): void {
  const bytes = encodeUtf8(JSON.stringify(rest, null, 2)).length;
  if (bytes > REPORT_LIMITS.bytes) throw tooLarge(bytes, REPORT_LIMITS.bytes);
}

function parse(source: string | Uint8Array | object, most: number): unknown {
  if (typeof source !== 'string' && !(source instanceof Uint8Array)) return source;
  // A UTF-16 unit is at least one byte of UTF-8, so this also bounds the text.
  if (source.length > most) throw tooLarge(source.length, most);
  try {
    return JSON.parse(typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source));
  } catch {
    throw new ReportError('not-json', '', `this is no JSON; ${REMEDY}`);
  }
}

function tooLarge(bytes: number, most: number): ReportError {
  return new ReportError('too-large', '', `${bytes} bytes; a report has at most ${most}. Leave out functions or trees`);
}

/** Told apart from other faults, because the remedy is another file or another flamestep. */
function checkVersion(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  if (!('schemaVersion' in value))
    throw new ReportError('malformed', '/schemaVersion', `is missing: this is no report; ${REMEDY}`);
  if (value.schemaVersion === 1) return;
  const version = typeof value.schemaVersion === 'number' ? value.schemaVersion : 'unknown';
  throw new ReportError('unknown-version', '/schemaVersion', `version ${version} is not known here, only 1; update flamestep`);
}

function checkTree(tree: ReportTree, index: number): void {
  try {
    pruneFlameTree(tree, { minFraction: 0 });
  } catch (error) {
    if (!isFlamegraphError(error)) throw error;
    throw new ReportError('malformed', `/trees/${index}`, error.message);
  }
}
