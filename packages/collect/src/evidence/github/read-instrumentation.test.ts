import { expect, test } from 'vitest';
import { isInstrumentationFile, readInstrumentation } from './read-instrumentation.ts';

const npm = (dependencies: Record<string, string>, rest = {}) => ({ 'package.json': JSON.stringify({ dependencies, ...rest }) });
const go = (...lines: string[]) => ({
  'go.mod': `module example.com/a\n\nrequire (\n${lines.map((line) => `\t${line}\n`).join('')})\n`,
});
const maven = (...names: string[]) => ({
  'pom.xml': names.map((name) => `<dependency><groupId>g</groupId><artifactId>${name}</dependency>`).join('\n'),
});
const API = '@opentelemetry/api';
const OTEL = 'go.opentelemetry.io/otel';

test.each([
  ['the API', npm({ [API]: '1' }), true],
  ['the API of the application', npm({}, { peerDependencies: { [API]: '1' } }), true],
  ['an SDK too', npm({ [API]: '1', '@opentelemetry/sdk-node': '1' }), false],
  ['an SDK for tests', npm({ [API]: '1' }, { devDependencies: { '@opentelemetry/sdk-node': '1' } }), true],
  ['neither', npm({ react: '19' }), false],
  ['Go: the API', go(`${OTEL} v1.30.0`, `${OTEL}/sdk v1.30.0 // indirect`), true],
  ['Go: an SDK, perhaps for tests', go(`${OTEL} v1.30.0`, `${OTEL}/sdk v1.30.0`), null],
  ['Go: neither', go('example.com/b v1.0.0'), false],
  ['Maven: the API', maven('opentelemetry-api</artifactId>', 'opentelemetry-sdk</artifactId><scope>test</scope>'), true],
  ['Maven: an SDK', maven('opentelemetry-api</artifactId>', 'opentelemetry-sdk-trace</artifactId>'), false],
  ['two, of which one is worse', { ...npm({ [API]: '1' }), ...go('example.com/b v1.0.0') }, false],
  ['what cannot be read', { 'package.json': '{' }, undefined],
  ['nothing', {}, undefined],
])('%s', (_, files, apiOnly) => {
  expect(readInstrumentation(new Map(Object.entries(files)))).toBe(apiOnly);
});

test.each([
  ['', 'package.json', true],
  ['', 'packages/a/package.json', false],
  ['packages/a/', 'packages/a/package.json', true],
  ['./packages/a', 'packages/a/go.mod', true],
  ['packages/a', 'packages/a/other.json', false],
])('of the folder %j the file %s: %s', (folder, path, isOne) => {
  expect(isInstrumentationFile(path, folder)).toBe(isOne);
});
