import type { Report } from '@flamestep/report';

/** flamestep's own reports, read by the caller with `readReport`, from artifacts of its action. */
export interface FlamestepSource {
  readonly type: 'flamestep';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Of the main branch, of any age. Those of forks are passed over: their authors could have written any number. */
  readonly reports: readonly Report[];
  /** Production deployments, to tell the share with a verdict; a connected repository is asked for them when left out. Time is ISO 8601. */
  readonly deploys?: readonly { readonly commit: string; readonly time: string }[] | undefined;
}
