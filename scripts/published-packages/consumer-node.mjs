const OLDEST_MAJOR = 20;

/**
 * The Node that consumers run on: the one that runs npm, so that packages are tried on the versions that CI has, beside the one that
 * is pinned here. The pinned one where that is unknown or older than the packages support.
 */
export const consumerNode = (isSupported() && process.env.npm_node_execpath) || process.execPath;

function isSupported() {
  const version = /\bnode\/v(\d+)/.exec(process.env.npm_config_user_agent ?? '');
  return Number(version?.[1]) >= OLDEST_MAJOR;
}
