import { type ActionMetadata, type ActionName, METADATA_FILES } from './action-metadata.ts';
import { replaceSection } from '../../../scripts/replace-section.ts';

/** The README with its tables of inputs and outputs made anew from what the actions declare. Throws where a marker is missing. */
export function withCurrentTables(readme: string, metadataOf: (action: ActionName) => ActionMetadata): string {
  // The keys of METADATA_FILES are the names of the actions.
  return (Object.keys(METADATA_FILES) as ActionName[]).reduce(
    (text, action) => replaceSection(text, action, inputsAndOutputs(metadataOf(action))),
    readme,
  );
}

/** Two tables: the inputs of an action with their defaults, and its outputs. */
export function inputsAndOutputs({ inputs, outputs }: Pick<ActionMetadata, 'inputs' | 'outputs'>): string {
  const inputRows = Object.entries(inputs).map(
    ([name, { description, default: value, required }]) =>
      `| \`${name}\` | ${cell(description)} | ${required ? 'required' : value === undefined ? '' : `\`${cell(value)}\``} |`,
  );
  const outputRows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`);
  return [
    '| input | what it is | default |',
    '|---|---|---|',
    ...inputRows,
    '',
    '| output | what it is |',
    '|---|---|',
    ...outputRows,
  ].join('\n');
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ');
}
