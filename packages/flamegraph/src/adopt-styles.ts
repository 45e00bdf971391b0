import { flamegraphStyles } from './styles.ts';

/** Marks a style element that a page carries itself. */
export const STYLES_MARK = 'data-fs-flame';

const adopted = new WeakSet<Document | ShadowRoot>();

/** Brings the styles into the document or shadow root of an element, once. A strict content policy allows this way of doing it. */
export function adoptStyles(element: Element): void {
  const place = element.getRootNode();
  const root = place instanceof ShadowRoot ? place : document;
  if (adopted.has(root) || root.querySelector(`style[${STYLES_MARK}]`) !== null) return;
  adopted.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(flamegraphStyles);
  root.adoptedStyleSheets.push(sheet);
}
