/** The first line of every page that is made here. */
export const WRITTEN = '<!-- Written by `npm run docs:reference` from the code; change that. -->';

/** A page: its heading and what stands below, parts separated by empty lines. */
export function page(title, ...parts) {
  return `${[WRITTEN, `# ${title}`, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}

/** A table with a heading row; `''` without rows. */
export function table(head, rows) {
  if (rows.length === 0) return '';
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

/** Text that stands as it is, in a table too. */
export function code(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Several of them, with commas. */
export function codes(texts) {
  return texts.map(code).join(', ');
}

/** Plain text with code in backticks, so that nothing else in it is taken for markdown. Addresses, being examples, are no links. */
export function prose(text) {
  return text
    .replaceAll(/(?<!`)\b(?:\w+\+)?https?:\/\/[^\s,)`]*[^\s,)`.]/g, '`$&`')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[*_<[\]]/g, '\\$&')))
    .join('');
}

/** What a heading is reached by inside its page, as GitHub makes it. */
export function anchor(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

function cell(text) {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
