/** Whether a name is a URL, of a scheme that is known or not, and no file. `fetchProfile` says which it knows. */
export function isProfileUrl(name: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(name);
}
