/** Arguments with which the installed command must succeed and print something. */
export function commandLine(profile) {
  return ['top', '--nodecount', '3', profile];
}
