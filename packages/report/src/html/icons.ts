/** Shapes of verdicts, drawn once and used by name. */
export const iconSprite = `<svg width="0" height="0" class="sprite" aria-hidden="true"><defs>
<symbol id="i-slower" viewBox="0 0 16 16"><path d="M8 2.2 15 14H1z" fill="currentColor"/></symbol>
<symbol id="i-faster" viewBox="0 0 16 16"><path d="M8 13.8 1 2h14z" fill="currentColor"/></symbol>
<symbol id="i-same" viewBox="0 0 16 16"><path d="M2 5.5h12M2 10.5h12" stroke="currentColor" stroke-width="2"/></symbol>
<symbol id="i-noise" viewBox="0 0 16 16"><path d="M1 8c1.5-5 3-5 4.6 0s3.2 5 4.8 0 3.1-5 4.6 0" fill="none" stroke="currentColor" stroke-width="1.8"/></symbol>
<symbol id="i-moved" viewBox="0 0 16 16"><path d="M1 5h12M10 2l3 3-3 3M15 11H3M6 8l-3 3 3 3" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>
<symbol id="i-unknown" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.6 1.8"/><path d="M6 6.4c.1-2.6 4.2-2.5 4.1-.1-.1 1.3-1.9 1.5-2 3M8.1 11.1v1.4" fill="none" stroke="currentColor" stroke-width="1.5"/></symbol>
</defs></svg>`;

export type IconName = 'slower' | 'faster' | 'same' | 'noise' | 'moved' | 'unknown';

export function icon(name: IconName): string {
  return `<svg class="ico" width="14" height="14" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

const ICONS: Readonly<Record<string, IconName>> = {
  slower: 'slower',
  new: 'slower',
  faster: 'faster',
  gone: 'faster',
  moved: 'moved',
  unchanged: 'same',
  inconclusive: 'noise',
};

/** The shape of a verdict's word, which also names its colour. */
export function iconOf(verdict: string): IconName {
  return ICONS[verdict.replace('indicative ', '')] ?? 'unknown';
}
