import type { Limits } from '../limits.ts';
import type { Repairs } from '../wire/repairs.ts';

/** What every importer is given beside its input: how much it may take, and where faults go that can be mended. */
export interface ImportContext {
  readonly limits: Limits;
  readonly repairs: Repairs;
}
