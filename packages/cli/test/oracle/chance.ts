/**
 * Where pprof's own answer depends on chance. It sorts what it takes from Go maps, whose order is another in each run, and its
 * comparisons call some things equal that are not: nodes of the same printed name and value, and edges whose weights differ only in
 * sign. Their order in the text is then that of the map.
 */

const BLOCK_END = /^-{20,}\+-+$/m;
/** An edge of a tree: value, percentage, name. */
const EDGE = /^ *(-?)(\S+) +\S+% \| {3}(.*?)(?: \(inline\))?$/;
/** A row of top or a node of a tree: flat, flat%, sum%, cum, cum%, name. */
const NODE = /^ *-?(\S+) +\S+%? +\S+% +-?(\S+) +\S+% +(?:\| )?(.*?)(?: \((?:partial-)?inline\))?$/;

/** Whether a text of pprof has lines whose order is left to chance. Numbers are printed rounded, so that it may say yes too often. */
export function mayDependOnChance(text: string): boolean {
  const nodes = new Set<string>();
  for (const block of text.split(BLOCK_END)) {
    // Callers stand above the node, callees below; each list is sorted on its own.
    let edges = new Map<string, string>();
    for (const line of block.split('\n')) {
      const edge = EDGE.exec(line);
      if (edge) {
        const [, sign = '', weight = '', name = ''] = edge;
        const other = edges.get(weight);
        if (other !== undefined && (other[0] !== (sign || '+') || other.slice(1) === name)) return true;
        edges.set(weight, (sign || '+') + name);
        continue;
      }
      const node = NODE.exec(line);
      if (!node) continue;
      edges = new Map();
      const [, flat = '', cum = '', name = ''] = node;
      for (const key of [`flat ${flat} ${name}`, `cum ${cum} ${name}`]) {
        if (nodes.has(key)) return true;
        nodes.add(key);
      }
    }
  }
  return false;
}

/** What is left of a text without that order: its blocks and lines sorted, without the running sums, which depend on it. */
export function withoutOrder(text: string): string {
  return text
    .split(BLOCK_END)
    .map((block) => block.split('\n').map(withoutRunningSum).sort().join('\n'))
    .sort()
    .join('\n');
}

function withoutRunningSum(line: string): string {
  return line.replace(/^( *\S+ +\S+%?) +\S+%( +\S+ +\S+% )/, '$1$2');
}
