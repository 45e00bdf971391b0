import type { ReportTree } from '@flamestep/backstage-plugin-flamestep-common';
import { type FlameGraphHandle, mountFlameGraph } from '@flamestep/flamegraph';
import { useEffect, useRef, useState } from 'react';

/** Where a flame graph opens. */
export interface Opening {
  /** Name of a function; the root without one. */
  readonly at: string | undefined;
  /** Whether somebody asked for it, by a link: then the graph comes into view. */
  readonly isAsked: boolean;
  /** Another one for each time that it is asked for. */
  readonly visit: string;
}

interface FlameGraphProps {
  readonly tree: ReportTree;
  /** Names of the functions whose change was found. */
  readonly findings: readonly string[];
  readonly opening: Opening;
}

/** Base and head on one tree, opened at the finding; with search and zoom. */
export function FlameGraph({ tree, findings, opening }: FlameGraphProps) {
  const place = useRef<HTMLDivElement>(null);
  const graph = useRef<FlameGraphHandle>(undefined);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const { at, isAsked, visit } = opening;
  useEffect(() => {
    if (place.current === null) return;
    try {
      graph.current = mountFlameGraph(place.current, tree, { findings });
    } catch {
      setIsUnreadable(true);
    }
    return () => graph.current?.destroy();
  }, [tree, findings]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same function is opened again when it is asked for again, and in another tree
  useEffect(() => {
    const name = at === undefined ? -1 : (graph.current?.layout.names.indexOf(at) ?? -1);
    if (name >= 0) graph.current?.selectFunction(name);
    // With the heading of the card around it.
    if (isAsked) place.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, [at, isAsked, visit, tree, findings]);
  if (isUnreadable) return <p>The flame graph of this report cannot be drawn.</p>;
  return (
    <>
      {isAsked && at !== undefined && !tree.names.includes(at) && (
        <p role="status">
          <code>{at}</code> is not in this flame graph: it has no cost here, or too little to be drawn.
        </p>
      )}
      <div ref={place} />
    </>
  );
}
