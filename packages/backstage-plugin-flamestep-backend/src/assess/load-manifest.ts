import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { readService, type ServiceManifest } from '@flamestep/maturity';
import type { CatalogService } from '../catalog/catalog-service.ts';

export interface ManifestPlaces {
  readonly folder: string | undefined;
  readonly urlReader: UrlReaderService;
}

/** A name that is a file name and nothing else. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const LARGEST = 256 * 1024;

/**
 * What the service says of itself: its `o11y.yaml` from where the entity says or from the folder of the configuration; without one,
 * what the entity tells. Throws where there is a file and it cannot be read, because another reading of the service would rate another service.
 */
export async function loadManifest(service: CatalogService, { folder, urlReader }: ManifestPlaces): Promise<ServiceManifest> {
  const name = service.serviceName;
  if (name === undefined) throw new InputError('the entity has no annotation flamestep.io/service');
  const text = await readText(service, name, folder, urlReader);
  if (text === undefined) return manifestOfEntity(service, name);
  const manifest = readService(text);
  if (manifest.service.name !== name) {
    throw new InputError(
      `o11y.yaml is of '${manifest.service.name}' and the entity says flamestep.io/service: ${name}; make them agree`,
    );
  }
  return manifest;
}

async function readText(
  { manifestUrl }: CatalogService,
  name: string,
  folder: string | undefined,
  urlReader: UrlReaderService,
): Promise<string | undefined> {
  if (manifestUrl !== undefined) {
    const bytes = await (await urlReader.readUrl(manifestUrl)).buffer();
    if (bytes.length > LARGEST)
      throw new InputError(`${manifestUrl} has ${bytes.length} bytes; a service file has at most ${LARGEST}`);
    return bytes.toString('utf8');
  }
  if (folder === undefined || !FILE_NAME.test(name)) return undefined;
  try {
    return await readFile(join(folder, `${name}.yaml`), 'utf8');
  } catch (error) {
    if (isError(error) && error['code'] === 'ENOENT') return undefined;
    throw error;
  }
}

function manifestOfEntity({ kind, tier, lifecycle, owners }: CatalogService, name: string): ServiceManifest {
  const [owner] = owners;
  return {
    service: { name, kind, tier, lifecycle, ...(owner !== undefined && { owner }) },
    normal: [],
    selectors: {},
    sources: [],
  };
}
