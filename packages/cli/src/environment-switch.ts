/** Whether an environment variable such as CI is switched on: set, and to something other than 0 and false. */
export function isSwitchedOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
