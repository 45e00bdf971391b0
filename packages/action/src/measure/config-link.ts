import type { Job } from '../event/job.ts';
import type { ActionEvent } from '../event/read-event.ts';

/** Where a configuration was read. */
export interface ConfigPlace {
  readonly path: string;
  readonly line: number;
  /** Undefined for the commit of the head. */
  readonly branch: string | undefined;
}

/** The address of the configuration's thresholds on GitHub. */
export function configLink({ serverUrl, repository, sha }: Job, event: ActionEvent, { path, line, branch }: ConfigPlace): string {
  const at = branch ?? (event.kind === 'pull-request' ? event.headSha : sha);
  const parts = [...at.split('/'), ...path.split('/')].map(encodeURIComponent).join('/');
  return `${serverUrl}/${repository.owner}/${repository.repo}/blob/${parts}#L${line}`;
}
