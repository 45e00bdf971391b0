/** Puts styles around text; with colour off, nothing. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly slower: (text: string) => string;
  readonly faster: (text: string) => string;
}

const CODES = { bold: '1', quiet: '2', slower: '33', faster: '36' } as const;

/** Colours and weights for a terminal; without `color` text stays as it is. */
export function createPaint(color: boolean): Paint {
  const wrap = (code: string) => (text: string) => (color && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: wrap(CODES.bold), quiet: wrap(CODES.quiet), slower: wrap(CODES.slower), faster: wrap(CODES.faster) };
}
