import type { ConfigSchema } from '@backstage/config-loader';
import { readModel, readService } from '@flamestep/maturity';
import { parse, parseAllDocuments } from 'yaml';
import { parseConfig } from '../../packages/action/src/config/parse-config.ts';
import { faultsOfAppConfig } from './check-app-config.ts';
import { faultsOfWorkflow } from './check-workflow.ts';
import type { Block } from './read-blocks.ts';

const ANNOTATIONS = /^(?:flamestep\.io\/(?:service|manifest|slo|tier)|github\.com\/project-slug)$/;

/** What reads a file, by the end of its path. */
const CHECKS: readonly (readonly [RegExp, (text: string, schema: ConfigSchema) => readonly string[]])[] = [
  [/\.github\/workflows\/[\w-]+\.yml$/, faultsOfWorkflow],
  [/\.flamestep\.yaml$/, (text) => faultsOf(() => parseConfig(text, '.flamestep.yaml', new Date()))],
  [/app-config[\w.-]*\.yaml$/, faultsOfAppConfig],
  [/model\.yaml$/, (text) => faultsOf(() => readModel(text))],
  [/o11y\.yaml$/, (text) => faultsOf(() => readService(text))],
  [/catalog-info\.yaml$/, faultsOfEntity],
];

/** What the reader of a file would say of a block of YAML that is the file, or a part of it. */
export function faultsOfBlock({ code, file, partOf }: Block, schema: ConfigSchema): readonly string[] {
  const path = file ?? partOf ?? '';
  const [broken] = parseAllDocuments(code).flatMap(({ errors }) => errors);
  if (broken !== undefined) return [broken.message];
  const check = CHECKS.find(([end]) => end.test(path))?.[1];
  return check === undefined ? [`nobody knows how to check '${path}'`] : check(code, schema);
}

function faultsOfEntity(text: string): readonly string[] {
  const annotations = Object.keys(parse(text)?.metadata?.annotations ?? {});
  return annotations.filter((name) => !ANNOTATIONS.test(name)).map((name) => `nobody reads the annotation ${name}`);
}

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
