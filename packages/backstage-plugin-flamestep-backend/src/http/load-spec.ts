import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';

type Spec = Parameters<typeof import('@backstage/backend-openapi-utils').createValidatedOpenApiRouter>[0];

/** The description of the API, as it is published beside the code. */
export async function loadSpec(): Promise<Spec> {
  const path = resolvePackagePath('@flamestep/backstage-plugin-flamestep-backend', 'openapi.yaml');
  // A test holds the file against the routes.
  return parse(await readFile(path, 'utf8')) as Spec;
}
