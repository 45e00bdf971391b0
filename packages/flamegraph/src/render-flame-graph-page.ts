import { STYLES_MARK } from './adopt-styles.ts';
import type { PageData } from './boot-flame-graph-page.ts';
import type { FlameTree, NumberColumn } from './flame-tree.ts';
import { formatValue } from './format-value.ts';
import { bootHash, script, scriptHash, stylesHash } from './generated/script.ts';
import { bootStatement, pageStyles } from './page-assets.ts';
import { pageIds } from './page-ids.ts';
import { pruneFlameTree } from './prune-flame-tree.ts';
import { visibleText } from './visible-text.ts';

/** What a page shows. */
export interface FlameGraphPage {
  /** Heading and window title: what is shown. */
  readonly title: string;
  /** Shown below the title, such as files, sample type and duration; the totals of the tree are added. */
  readonly facts?: readonly PageFact[];
  /** Sentences to show above the picture, such as warnings met while reading the profile. */
  readonly notes?: readonly string[];
  readonly tree: FlameTree;
  /** Boxes narrower than this share of the root are gathered in "(other)". Default 0.00001, which is 0.001 %; 0 keeps all. */
  readonly minFraction?: number;
  /** Open with recursion folded. Left out: folded where stacks are deeper than a screen; the page has a button for it. */
  readonly foldRecursion?: boolean;
  /** Function to open at. */
  readonly openAt?: string;
}

/** A line above the picture, such as when the profile was recorded. */
export interface PageFact {
  readonly label: string;
  readonly value: string;
}

const DEFAULT_MIN_FRACTION = 0.00001;

const TWO_PROFILES =
  'Two profiles cannot tell a change from noise. Colour shows how much a function’s own cost differs between the two; ' +
  'it does not say that the program got slower or faster.';

/**
 * A complete HTML document that shows a tree: flame graph, search, and a table of functions. It needs no other file and no network,
 * and its content policy lets nothing else run. Throws `FlamegraphError` where the tree is not valid.
 */
export function renderFlameGraphPage(page: FlameGraphPage): string {
  const tree = pruneFlameTree(page.tree, { minFraction: page.minFraction ?? DEFAULT_MIN_FRACTION });
  const union = tree.nodes.base !== undefined;
  const data: PageData = {
    tree,
    heading: union ? 'Flame graph, base and head in one' : 'Flame graph',
    tableHeading: 'Functions',
    ...(page.foldRecursion === undefined ? {} : { foldRecursion: page.foldRecursion }),
    ...(page.openAt === undefined ? {} : { openAt: page.openAt }),
  };
  const policy = [
    "default-src 'none'",
    `script-src '${scriptHash}' '${bootHash}'`,
    `style-src '${stylesHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const notes = [...(page.notes ?? []), ...(union ? [TWO_PROFILES] : [])];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(page.title)}</title>
<style ${STYLES_MARK}>${pageStyles}</style>
</head>
<body>
<main>
<h1>${escapeText(page.title)}</h1>
${renderFacts([...(page.facts ?? []), totalOf(tree)])}
${notes.map((note) => `<p class="note">${escapeText(note)}</p>`).join('\n')}
<section class="card" id="${pageIds.graph}" aria-label="Flame graph"></section>
<section class="card" id="${pageIds.table}" aria-label="Functions"></section>
<noscript><p class="note">The flame graph and the table are drawn by the script in this page, which is switched off here.</p></noscript>
</main>
<script type="application/json" id="${pageIds.data}">${escapeJson(data)}</script>
<script>${script}</script>
<script>${bootStatement}</script>
</body>
</html>
`;
}

function totalOf({ nodes, sampleType }: FlameTree): PageFact {
  const total = (column: NumberColumn) =>
    formatValue(
      Array.from(column).reduce((sum, value) => sum + value, 0),
      sampleType.unit,
    );
  return { label: 'Total', value: nodes.base === undefined ? total(nodes.head) : `${total(nodes.base)} → ${total(nodes.head)}` };
}

function renderFacts(facts: readonly PageFact[]): string {
  const items = facts.map(({ label, value }) => `<div><dt>${escapeText(label)}</dt><dd>${escapeText(value)}</dd></div>`);
  return `<dl class="facts">${items.join('')}</dl>`;
}

/** A `<` could end the script element that holds the data; in JSON it may be written so. */
function escapeJson(data: PageData): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

function escapeText(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return visibleText(text).replace(/[&<>"']/g, (c) => entities[c]);
}
