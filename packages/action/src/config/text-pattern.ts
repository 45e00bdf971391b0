/** Whether a text is what a pattern says. */
export type TextTest = (text: string) => boolean;

/** Compiles a pattern in which what `any` matches stands for any text, none included, and all else for itself. */
export function textPattern(pattern: string, any: RegExp): TextTest {
  const [first = '', ...others] = pattern.split(any);
  const last = others.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    // The first place of each part is as good as any: what follows has the more room.
    for (const part of others) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}
