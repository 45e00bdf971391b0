import { parseAllDocuments } from 'yaml';
import { objectAt, textAt } from '../http/answer.ts';
import { readOpenslo } from './read-openslo.ts';
import { readPyrra } from './read-pyrra.ts';
import { readSloth } from './read-sloth.ts';
import type { WrittenSlo } from './written-slo.ts';

/** Files come from anybody's branch. */
const MOST_FILES = 2000;
const LONGEST_FILE = 200_000;
const MOST_ALIASES = 20;

/** The SLOs in the YAML files of a repository. A file that cannot be read holds none. */
export function readSlos(files: Readonly<Record<string, string>>): WrittenSlo[] {
  const yaml = Object.entries(files).filter(([path, text]) => /\.ya?ml$/.test(path) && text.length <= LONGEST_FILE);
  return yaml
    .slice(0, MOST_FILES)
    .flatMap(([path, text]) => documentsOf(text).flatMap((document) => readDocument(path, document)));
}

function readDocument(path: string, document: unknown): WrittenSlo[] {
  const version = textAt(document, 'apiVersion');
  const kind = textAt(document, 'kind');
  if (version === 'openslo/v1' && kind === 'SLO') return [readOpenslo(path, document)];
  if (version === 'pyrra.dev/v1alpha1' && kind === 'ServiceLevelObjective') return [readPyrra(path, document)];
  if (version === 'sloth.slok.dev/v1' && kind === 'PrometheusServiceLevel') return readSloth(path, objectAt(document, 'spec'));
  return textAt(document, 'version') === 'prometheus/v1' ? readSloth(path, document) : [];
}

function documentsOf(text: string): unknown[] {
  // Most YAML of a repository is something else; reading it takes time.
  if (!/openslo\/v1|pyrra\.dev|sloth\.slok\.dev|prometheus\/v1/.test(text)) return [];
  try {
    return parseAllDocuments(text).flatMap((document) =>
      'errors' in document && document.errors.length === 0 ? [document.toJS({ maxAliasCount: MOST_ALIASES })] : [],
    );
  } catch {
    return [];
  }
}
