import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const FENCED = /^( *)(`{3,}).*?^\1\2 *$/gms;
const CODE = /(`+)[^`].*?\1/g;
const COMMENT = /<!--.*?-->/gs;
const LINK = /\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)|(?:href|src)="([^"]+)"/g;
const ELSEWHERE = /^[a-z][a-z\d+.-]*:/i;

/** Relative links of a page that lead nowhere: no such file, or no such heading in it. Paths are relative to `root`. */
export function brokenLinks(root: string, page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(FENCED, '').replaceAll(COMMENT, '').replaceAll(CODE, '');
  return [...text.matchAll(LINK)].flatMap(({ 1: markdown, 2: html }) => {
    const link = markdown ?? html ?? '';
    if (ELSEWHERE.test(link)) return [];
    const [path = '', anchor] = decodeURI(link).split('#', 2);
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (target.startsWith('..') || !existsSync(join(root, target))) return [`${page}: ${link} is not there`];
    if (anchor === undefined || !target.endsWith('.md') || statSync(join(root, target)).isDirectory()) return [];
    return anchorsOf(readFileSync(join(root, target), 'utf8')).has(anchor) ? [] : [`${page}: ${link} has no such heading`];
  });
}

/** What the headings of a page are called in links, as GitHub does it, and what it names itself with `<a id="…">`. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const outside = text.replaceAll(FENCED, '');
  const anchors = new Set([...outside.matchAll(/<a (?:id|name)="([^"]+)"/g)].flatMap(([, id]) => id ?? []));
  const seen = new Map<string, number>();
  for (const [, heading = ''] of outside.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const slug = slugOf(heading);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    anchors.add(times === 0 ? slug : `${slug}-${times}`);
  }
  return anchors;
}

function slugOf(heading: string): string {
  const shown = heading.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/<[^>]*>/g, '');
  return shown
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
}
