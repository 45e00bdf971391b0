import type { ReportTree } from '@flamestep/backstage-plugin-flamestep-common';
import { mountFlameGraph } from '@flamestep/flamegraph';
import { useEffect, useRef, useState } from 'react';

interface FlameGraphProps {
  readonly tree: ReportTree;
  /** Names of the functions whose change was found. */
  readonly findings: readonly string[];
  readonly openAt: string | undefined;
}

/** Base and head on one tree, opened at the finding; with search and zoom. */
export function FlameGraph({ tree, findings, openAt }: FlameGraphProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isUnreadable, setIsUnreadable] = useState(false);
  useEffect(() => {
    if (place.current === null) return;
    try {
      const graph = mountFlameGraph(place.current, tree, { findings, ...(openAt !== undefined && { openAt }) });
      return () => graph.destroy();
    } catch {
      setIsUnreadable(true);
      return;
    }
  }, [tree, findings, openAt]);
  return isUnreadable ? <p>The flame graph of this report cannot be drawn.</p> : <div ref={place} />;
}
