const OLDEST = 18;

/** Why this Node cannot set the portal up, in a sentence with what to do; undefined where it can. The portal itself runs on its own. */
export function needNode(version) {
  const major = Number(version.split('.', 1)[0]);
  if (major >= OLDEST) return undefined;
  return `This is Node ${version}; ${OLDEST} or newer is needed to install the packages. Install one from https://nodejs.org, and run this again.`;
}
