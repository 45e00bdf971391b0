import { useId } from 'react';
import { Hatch } from './hatch.tsx';

const WIDTH = 80;

interface CountBarProps {
  readonly count: number;
  /** What a full bar is. */
  readonly most: number;
  /** `hatched`: not rated. */
  readonly look: 'solid' | 'outlined' | 'hatched';
}

/** How many, beside the figure. */
export function CountBar({ count, most, look }: CountBarProps) {
  const hatch = useId();
  const width = Math.max(4, Math.round((count / Math.max(1, most)) * WIDTH));
  if (count === 0) return <svg width={WIDTH} height={9} aria-hidden="true" />;
  const paint = {
    solid: { fill: 'var(--fs-accent)', stroke: 'var(--fs-accent)' },
    outlined: { fill: 'var(--fs-climbed)', stroke: 'var(--fs-accent)' },
    hatched: { fill: `url(#${hatch})`, stroke: 'var(--fs-line-strong)' },
  }[look];
  return (
    <svg viewBox={`0 0 ${WIDTH} 9`} width={WIDTH} height={9} aria-hidden="true">
      <Hatch id={hatch} />
      <rect x={0.5} y={0.5} width={width - 1} height={8} {...paint} />
    </svg>
  );
}
