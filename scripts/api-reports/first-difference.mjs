/** Where two texts differ first, in words; they must differ. */
export function firstDifference(before, after) {
  const [old, now] = [before, after].map((text) => text.split('\n'));
  const at = now.findIndex((line, index) => line !== old[index]);
  if (at === -1) return `line ${now.length + 1}: '${old[now.length]}' is gone`;
  return old[at] === undefined ? `line ${at + 1}: '${now[at]}' is new` : `line ${at + 1}: '${old[at]}' became '${now[at]}'`;
}
