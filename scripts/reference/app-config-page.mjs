import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { code, page, prose, table } from './markdown.mjs';

const PLUGINS = {
  'The backend plugin': 'backstage-plugin-flamestep-backend',
  'The module github-oidc': 'backstage-plugin-flamestep-backend-module-github-oidc',
};
const SCHEDULE = 'SchedulerServiceTaskScheduleDefinitionConfig';

/** Fields of `app-config.yaml`, from the `config.d.ts` that Backstage checks it against. */
export function appConfigPage() {
  return page(
    'app-config.yaml',
    'What the plugins read from the configuration of Backstage. A *schedule* is [that of the scheduler](https://backstage.io/docs/backend-system/core-services/scheduler), such as `{ frequency: { minutes: 5 }, timeout: { minutes: 10 } }`. How to begin: [the portal](../portal.md).',
    ...Object.entries(PLUGINS).flatMap(([title, folder]) => [
      `## ${title}`,
      table(['field', 'what it may be', 'meaning'], rowsOfFile(new URL(`../../packages/${folder}/config.d.ts`, import.meta.url))),
    ]),
  );
}

function rowsOfFile(file) {
  const source = ts.createSourceFile('config.d.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const config = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'Config');
  return config.members.flatMap((field) => rowsOf(field, ''));
}

/** A field and those below it. One that only holds others, and says nothing itself, has no row. */
function rowsOf(field, prefix) {
  const path = `${prefix}${field.name.getText()}`;
  const { fields, each } = fieldsIn(field.type);
  const meaning = commentOn(field);
  const below = fields.flatMap((one) => rowsOf(one, `${path}${each}.`));
  const what = `${typeText(field.type)}${field.questionToken === undefined ? ', **required**' : ''}`;
  return fields.length > 0 && meaning === '' ? below : [[code(path), what, meaning], ...below];
}

function fieldsIn(type) {
  if (ts.isTypeLiteralNode(type)) return { fields: type.members.filter(ts.isPropertySignature), each: '' };
  const isList = ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array';
  return isList ? { fields: fieldsIn(type.typeArguments[0]).fields, each: '[]' } : { fields: [], each: '' };
}

function typeText(type) {
  const { fields, each } = fieldsIn(type);
  if (fields.length > 0) return each === '' ? 'fields' : 'list';
  const text = type.getText();
  return text === SCHEDULE ? 'schedule' : code(text.replaceAll(/\s+/g, ' ').replace(/^\| /, ''));
}

function commentOn(field) {
  const [comment] = field.jsDoc ?? [];
  const isSecret = comment?.tags?.some((tag) => tag.tagName.text === 'visibility' && String(tag.comment) === 'secret');
  return `${prose(String(comment?.comment ?? ''))}${isSecret ? ' Secret.' : ''}`;
}
