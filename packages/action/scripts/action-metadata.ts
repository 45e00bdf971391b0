import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What an `action.yml` declares. */
export interface ActionMetadata {
  readonly name: string;
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** Where each action is declared. */
export const METADATA_FILES = {
  main: new URL('../../../action.yml', import.meta.url),
  comment: new URL('../comment/action.yml', import.meta.url),
  merge: new URL('../merge/action.yml', import.meta.url),
} as const;

export type ActionName = keyof typeof METADATA_FILES;

/** Reads the declaration of one of the actions. */
export function readMetadata(action: ActionName): ActionMetadata {
  return parse(readFileSync(METADATA_FILES[action], 'utf8')) as ActionMetadata;
}
