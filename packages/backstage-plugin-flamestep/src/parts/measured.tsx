import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Draws for the width there is, and again when it changes: charts are not scaled, so their text keeps its size. */
export function Measured({ initial, children }: { readonly initial: number; readonly children: (width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      const seen = Math.floor(entry?.contentRect.width ?? 0);
      if (seen > 0) setWidth(seen);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className="fsp-measured">
      {children(width)}
    </div>
  );
}
