import { METADATA_FILES, readMetadata } from '../../packages/action/scripts/action-metadata.ts';
import { inputsAndOutputs } from '../../packages/action/scripts/readme-tables.ts';
import { code, page } from './markdown.mjs';

const PLACES = {
  main: ['The action', 'flamestep/flamestep@v1'],
  comment: ['comment', 'flamestep/flamestep/packages/action/comment@v1'],
  merge: ['merge', 'flamestep/flamestep/packages/action/merge@v1'],
};

/** Inputs and outputs of the action and its two sub-actions, from their `action.yml`. */
export function actionPage() {
  return page(
    'The GitHub Action',
    'Inputs and outputs. How the three work together, with whole workflows: [README of the action](../../packages/action/README.md).',
    ...Object.keys(METADATA_FILES).flatMap(section),
  );
}

function section(action) {
  const [title, uses] = PLACES[action];
  const metadata = readMetadata(action);
  return [`## ${title}`, `${metadata.description.trim()}.`, code(`uses: ${uses}`), inputsAndOutputs(metadata)];
}
