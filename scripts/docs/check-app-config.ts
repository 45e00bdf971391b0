import { fileURLToPath } from 'node:url';
import { type ConfigSchema, loadConfigSchema } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

const REST_OF_AN_APP = {
  app: { baseUrl: 'https://portal.example.com' },
  backend: {
    baseUrl: 'https://portal.example.com',
    listen: ':7007',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
  auth: { providers: {} },
};

const OWN_OPTIONS = ['backend', 'auth', 'externalAccess', '[]', 'options'];

/** As much of an app-config.yaml as is looked at here. */
interface AppConfig {
  readonly flamestep?: JsonObject;
  readonly backend?: {
    readonly auth?: { readonly externalAccess?: readonly { readonly type: string; readonly options?: JsonObject }[] };
  };
}

/** As much of a JSON Schema as config.d.ts is turned into. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** The schema of an app-config.yaml for the example portal: that of Backstage, and the config.d.ts of our plugins. Takes some seconds. */
export async function loadAppConfigSchema(): Promise<ConfigSchema> {
  const packagePaths = ['backend', 'app'].map((name) =>
    fileURLToPath(new URL(`../../packages/${name}/package.json`, import.meta.url)),
  );
  return loadConfigSchema({ dependencies: [], packagePaths });
}

/** What is wrong with a part of an app-config.yaml: values that Backstage would refuse, and keys below `flamestep` that nobody reads. */
export function faultsOfAppConfig(text: string, schema: ConfigSchema): readonly string[] {
  const { data, access } = withoutOwnAccess((parse(text) ?? {}) as AppConfig);
  const faults = [
    ...unknownKeys(data.flamestep, schemaOf(schema, ['flamestep']), 'flamestep'),
    ...access.flatMap(({ options }) =>
      unknownKeys(options, { ...schemaOf(schema, OWN_OPTIONS), additionalProperties: undefined }, 'options'),
    ),
  ];
  try {
    schema.process([
      { context: 'the rest', data: REST_OF_AN_APP },
      // It was read from YAML.
      { context: 'the page', data: data as JsonObject },
    ]);
    return faults;
  } catch (error) {
    return [...faults, String(error)];
  }
}

/** The schema of Backstage knows only its own types of access, and cannot be told of another. */
function withoutOwnAccess(data: AppConfig) {
  const access = data.backend?.auth?.externalAccess ?? [];
  const isOwn = ({ type }: { readonly type: string }) => type === 'github-actions';
  if (!access.some(isOwn)) return { data, access: [] };
  const rest = { ...data, backend: { ...data.backend, auth: { externalAccess: access.filter((entry) => !isOwn(entry)) } } };
  return { data: rest, access: access.filter(isOwn) };
}

function schemaOf(schema: ConfigSchema, path: readonly string[]): Schema {
  const { schemas } = schema.serialize() as unknown as {
    readonly schemas: readonly { readonly packageName: string; readonly value: Schema }[];
  };
  const own = schemas
    .filter(({ packageName }) => packageName.startsWith('@flamestep/'))
    .flatMap(
      ({ value }) =>
        path.reduce<Schema | undefined>((at, key) => (key === '[]' ? at?.items : at?.properties?.[key]), value) ?? [],
    )[0];
  if (own === undefined) throw new Error(`no package of the example portal has a schema of ${path.join('.')}`);
  return own;
}

function unknownKeys(value: unknown, schema: Schema | undefined, path: string): readonly string[] {
  if (schema === undefined) return [`nobody reads ${path}`];
  if (typeof value !== 'object' || value === null || schema.anyOf !== undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => unknownKeys(item, schema.items, `${path}[${i}]`));
  return Object.entries(value).flatMap(([key, inside]) => {
    const known = schema.properties?.[key];
    if (known === undefined && schema.additionalProperties !== undefined) return [];
    return unknownKeys(inside, known, `${path}.${key}`);
  });
}
