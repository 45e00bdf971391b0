const UNDOCUMENTED = /^( *)\/\/ (?:@\w+ )?\(undocumented\)\n *(.*)$/gm;
const EXPORTED = /^export (?:declare )?(?:abstract )?(?:class|const|function|interface|type) (\w+)/gm;
const NUMBER = /:.*\b(?:number|bigint|\w+Array)\b/;

/**
 * What a report of API Extractor marks as undocumented and must not be: everything exported, and numbers in it, whose units nobody
 * could guess.
 */
export function withoutComment(report) {
  const owners = [...report.matchAll(EXPORTED)];
  const problems = [];
  for (const { 1: indent, 2: declaration, index } of report.matchAll(UNDOCUMENTED)) {
    const isMember = indent !== '';
    if (isMember && !NUMBER.test(declaration.replace(/'[^']*'/g, ''))) continue;
    const owner = isMember ? `${owners.findLast((one) => one.index < index)?.[1]}: ` : '';
    problems.push(`${owner}'${declaration}' needs a comment${isMember ? ' that says its unit' : ''}`);
  }
  return problems;
}
