/** Whether a text is as a pattern says, in which `*` stands for anything but a slash: `shop/*`. Without regard to case. */
export function matchesPattern(text: string, pattern: string): boolean {
  const escaped = pattern.toLowerCase().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, '[^/]*')}$`).test(text.toLowerCase());
}
