import { createElement } from './create-element.ts';
import { describeShares } from './describe-box.ts';
import type { FlameLayout } from './layout-flame-graph.ts';
import type { NameMatcher } from './name-matcher.ts';
import type { BoxMatches } from './search-boxes.ts';
import { visibleText } from './visible-text.ts';

/** Says what the search found: `2 boxes match literalStore: 30.3 → 33.3 % of cpu.` */
export function fillSearchStatus(
  status: HTMLElement,
  layout: FlameLayout,
  matcher: NameMatcher | undefined,
  matches: BoxMatches | undefined,
): void {
  if (matches === undefined || matcher === undefined) {
    status.replaceChildren();
    return;
  }
  const found =
    matches.boxes === 0 ? 'No box matches ' : matches.boxes === 1 ? '1 box matches ' : `${matches.boxes} boxes match `;
  const share = matches.boxes === 0 ? '' : `: ${describeShares(layout, matches.shares)} of ${layout.sampleType.type}`;
  const functions = matches.functions > 1 ? `, ${matches.functions} functions` : '';
  const note = matcher.note === undefined ? '' : ` (${matcher.note})`;
  status.replaceChildren(found, createElement('b', {}, visibleText(matcher.text, 80)), `${share}${functions}.${note}`);
}
