import type { Entity } from '@backstage/catalog-model';

/** What the service is called in evidence and in its `o11y.yaml`. An entity with this annotation is rated. */
export const SERVICE_ANNOTATION = 'flamestep.io/service';

/** Where the service's `o11y.yaml` is: a URL, or a path from the file that the entity comes from. */
export const MANIFEST_ANNOTATION = 'flamestep.io/manifest';

/** The folder with the service's SLOs as OpenSLO, Sloth or Pyrra write them: a URL, or a path from the file that the entity comes from. */
export const SLO_ANNOTATION = 'flamestep.io/slo';

/** How important the service is, `1` to `4`; said by `o11y.yaml` where there is one. */
export const TIER_ANNOTATION = 'flamestep.io/tier';

/** The repository on GitHub, `owner/name`: whose reports are accepted for the entity. */
export const PROJECT_SLUG_ANNOTATION = 'github.com/project-slug';

/** Whether an entity says which service it is: where to show the card and the tab. */
export function isFlamestepAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[SERVICE_ANNOTATION]);
}
