/** A text as a regular expression (RE2) that matches it and nothing else. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
