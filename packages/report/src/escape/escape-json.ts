/** JSON for a script element, which a `<` could end. In JSON it may be written so. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
