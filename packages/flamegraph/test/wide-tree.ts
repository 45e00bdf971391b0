import type { FlameTree } from '../src/index.ts';

/** A tree of about so many nodes with both sides: 40 levels, 2000 functions, heavy and light stacks. The same each time. */
export function wideTree(nodes: number): FlameTree {
  const random = sequence(42);
  const parent: number[] = [];
  const name: number[] = [];
  const base: number[] = [];
  const head: number[] = [];
  const places = new Map<number, number>();
  while (parent.length < nodes) {
    let node = -1;
    const depth = 8 + Math.floor(random() * 40);
    for (let level = 0; level < depth; level++) {
      const branch = Math.floor(random() * random() * random() * 12);
      const key = (node + 1) * 16 + branch;
      let next = places.get(key);
      if (next === undefined) {
        next = parent.length;
        places.set(key, next);
        parent.push(node);
        name.push((branch * 31 + level * 7) % 2000);
        base.push(0);
        head.push(0);
      }
      node = next;
    }
    const value = Math.ceil(1 / (random() + 0.001));
    base[node] += value;
    head[node] += Math.round(value * (0.9 + 0.2 * random()));
  }
  const names = Array.from({ length: 2000 }, (_, i) => `example.com/pkg${i % 37}.(*T).fn${i}`);
  return { sampleType: { type: 'cpu', unit: 'nanoseconds' }, names, nodes: { parent, name, base, head } };
}

/** Mulberry32: numbers from 0 to 1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
