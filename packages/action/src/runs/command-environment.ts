/**
 * What only actions use: inputs (tokens among them), the services of the job with their tokens, and the files by which a step sets
 * outputs, variables and its summary.
 */
const OF_ACTIONS =
  /^(?:INPUT_|STATE_|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN_REQUEST)_|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/i;

/** The job's environment for a command that is measured, which is code of the pull request, without what only actions use. */
export function commandEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OF_ACTIONS.test(name)));
}
