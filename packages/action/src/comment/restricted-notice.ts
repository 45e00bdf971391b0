/** What a job says that may not comment. */
export const RESTRICTED_NOTICE =
  'Jobs of pull requests from forks and of Dependabot may not comment. The summary of this job has the report; flamestep/flamestep/packages/action/comment posts it from a workflow of its own.';
