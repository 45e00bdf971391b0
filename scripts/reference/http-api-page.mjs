import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { anchor, code, page, prose, table } from './markdown.mjs';
import { reportTypes } from './report-page.mjs';
import { schemaRows, typeWords } from './schema-rows.mjs';
import { typeSections } from './type-sections.mjs';

const OPENAPI = new URL('../../packages/backstage-plugin-flamestep-backend/openapi.yaml', import.meta.url);
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The portal's API: requests from its OpenAPI description, answers from the types that the app reads them with. */
export function httpApiPage() {
  const api = parse(readFileSync(OPENAPI, 'utf8'));
  const requests = Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({ path, method, item, ...item[method] })),
  );
  const known = new Map(reportTypes().names.map((name) => [name, `report.md#${anchor(name)}`]));
  const roots = [...new Set(requests.flatMap((request) => answersOf(api, request).map(({ type }) => type)))];
  return page(
    'The HTTP API of the portal',
    `${prose(api.info.description.trim())} Paths are below \`/api/flamestep\` of the portal; \`{kind}/{namespace}/{name}\` is the reference of an entity, and parameters stand in the query. A list is the same parameter several times. Who may send what, and how: [README of the backend plugin](../../packages/backstage-plugin-flamestep-backend/README.md). For tools: [openapi.yaml](../../packages/backstage-plugin-flamestep-backend/openapi.yaml).`,
    ...requests.flatMap((request) => section(api, request)),
    '## Errors',
    'Every status from 400 on comes with what is wrong and what to do:',
    table(['field', 'what it may be', 'meaning'], schemaRows(api.components.schemas.Error)),
    '## Types of answers',
    '`?` marks fields that may be left out.',
    ...typeSections('backstage-plugin-flamestep-common/src/index.ts', roots, { known, heading: '###' }).text,
  );
}

function section(api, request) {
  const { path, method, item, description, requestBody, responses } = request;
  const parameters = [...(item.parameters ?? []), ...(request.parameters ?? [])]
    .map((one) => resolve(api, one))
    .filter(({ in: place }) => place !== 'path');
  const errors = Object.keys(responses).filter((status) => Number(status) >= 400);
  const body = requestBody === undefined ? [] : ['Body: a [report](report.md), as JSON.'];
  const answers = answersOf(api, request).map(
    ({ status, text, type }) => `- **${status}** [${type}](#${anchor(type)}): ${prose(text)}`,
  );
  return [
    `## ${method.toUpperCase()} ${path}`,
    prose((description ?? '').trim()),
    table(['parameter', 'what it may be', 'meaning'], parameters.map(row)),
    ...body,
    [...answers, `- Errors: ${errors.join(', ')}`].join('\n'),
  ];
}

function row({ name, required = false, description = '', schema }) {
  return [code(name), `${typeWords(schema)}${required ? ', **required**' : ''}`, prose(description)];
}

function answersOf(api, { responses }) {
  return Object.entries(responses)
    .filter(([status]) => Number(status) < 400)
    .map(([status, response]) => {
      const { description, content } = resolve(api, response);
      return { status, text: description, type: content['application/json'].schema.$ref.split('/').at(-1) };
    });
}

function resolve(api, value) {
  if (value.$ref === undefined) return value;
  return value.$ref
    .split('/')
    .slice(1)
    .reduce((at, name) => at[name], api);
}
