const VERSION = /^(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?$/;

/**
 * Which tags of the action a version gets: `exact`, such as `v1.2.3`, which is made once and never moved, and `moving`, such as `v1`
 * and `v1.2`, none for a version that is tried out (`1.2.3-rc.1`). `versionAt(tag)` gives the version that a moving tag stands at,
 * or undefined where there is no such tag. Throws where a tag would go back, or the version is none that is released.
 */
export function planTags(version, versionAt) {
  const [, major, minor, patch, isTrial] = VERSION.exec(version) ?? refuse(`${version} is not a version.`);
  if (major === '0') refuse(`The action's version is ${version}. Its tags begin at 1.0.0.`);
  const moving = isTrial ? [] : [`v${major}`, `v${major}.${minor}`];
  for (const tag of moving) {
    const current = versionAt(tag);
    if (current !== undefined && isBefore([major, minor, patch].map(Number), numbersOf(current, tag))) {
      refuse(`${tag} is at ${current} and would go back to ${version}.`);
    }
  }
  return { exact: `v${version}`, moving };
}

function numbersOf(version, tag) {
  const match = VERSION.exec(version) ?? refuse(`${tag} is at ${version}, which is not a version.`);
  return match.slice(1, 4).map(Number);
}

function isBefore(one, other) {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at >= 0 && one[at] < other[at];
}

function refuse(message) {
  throw new Error(message);
}
