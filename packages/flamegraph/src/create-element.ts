type Child = Node | string;

/** An element with attributes and children. Strings become text nodes, never markup. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | boolean> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** A function's name as the design has it: the package quiet, the function strong, with a place to break between them. */
export function createNameParts(prefix: string, name: string): Node[] {
  const strong = createElement('b', {}, name);
  return prefix === '' ? [strong] : [createElement('span', {}, prefix), createElement('wbr'), strong];
}
