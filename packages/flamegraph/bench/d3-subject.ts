// Resolved from the folder that the bench is told; not a dependency of this package.
// @ts-expect-error no types are installed
import flamegraph, { colorMapper } from 'd3-flame-graph';
// @ts-expect-error no types are installed
import { select } from 'd3-selection';
import type { FlameTree } from '../src/index.ts';
import { installSubjects, type Subject } from './subject.ts';

interface D3Node {
  name: string;
  value: number;
  delta: number;
  children: D3Node[];
}

/** The part of d3-hierarchy's node that is used here. */
interface Placed {
  value: number;
  children?: Placed[];
}

installSubjects({ d3: (tree) => start(tree, 0), d3Culled: (tree) => start(tree, 1) });

/** Its differential mode: width by the mean of both sides, colour by the change. */
function start(tree: FlameTree, narrowest: number): Subject {
  const data = nest(tree);
  const chart = flamegraph()
    .width(1240)
    .inverted(true)
    .computeDelta(true)
    .setColorMapper(colorMapper.differentialColorMapper)
    .minFrameSize(narrowest);
  const place = select('#place');
  return {
    draw: () => place.datum(data).call(chart),
    zoomIn: () => {
      let node: Placed = place.datum();
      for (let level = 0; level < 5; level++) node = node.children!.reduce((a, b) => (a.value >= b.value ? a : b));
      chart.zoomTo(node);
    },
    zoomOut: () => chart.resetZoom(),
    search: () => chart.search('fn1'),
  };
}

function nest({ names, nodes }: FlameTree): D3Node {
  const root: D3Node = { name: 'all', value: 0, delta: 0, children: [] };
  const made: D3Node[] = [];
  const base = nodes.base!;
  for (let i = 0; i < nodes.head.length; i++) {
    const value = (base[i] + nodes.head[i]) / 2;
    const node = { name: names[nodes.name[i]], value, delta: nodes.head[i] - base[i], children: [] };
    (nodes.parent[i] < 0 ? root : made[nodes.parent[i]]).children.push(node);
    made.push(node);
  }
  // It wants values with callees.
  for (let i = made.length - 1; i >= 0; i--) (nodes.parent[i] < 0 ? root : made[nodes.parent[i]]).value += made[i].value;
  return root;
}
