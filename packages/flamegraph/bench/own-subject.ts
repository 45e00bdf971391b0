import type * as library from '../src/browser.ts';
import { installSubjects } from './subject.ts';

declare const flamestepFlameGraph: typeof library;

installSubjects({
  own: (tree) => {
    const place = document.getElementById('place')!;
    let graph: library.FlameGraphHandle;
    return {
      draw: () => {
        graph = flamestepFlameGraph.mountFlameGraph(place, tree, { foldRecursion: false });
      },
      zoomIn: () => {
        const { layout } = graph;
        let box = 0;
        for (let level = 0; level < 5; level++) {
          let widest = layout.firstChild[box];
          for (let child = widest; child < layout.firstChild[box + 1]; child++) {
            if (layout.width[child] > layout.width[widest]) widest = child;
          }
          box = widest;
        }
        graph.zoomTo(box);
      },
      zoomOut: () => graph.resetZoom(),
      search: () => graph.search('fn1'),
    };
  },
});
