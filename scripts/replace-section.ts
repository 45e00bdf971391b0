/**
 * The README with what stands between two marks replaced: `<!-- name: made by npm run readme -->` and `<!-- end of name -->`. Throws where
 * a mark is missing.
 */
export function replaceSection(readme: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}: made by npm run readme -->`, `<!-- end of ${name} -->`];
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) throw new Error(`the README needs '${start}' and '${end}'`);
  return `${readme.slice(0, from + start.length)}\n${content}\n${readme.slice(to)}`;
}
