import type { Credit } from '@flamestep/backstage-plugin-flamestep-common';
import { useId } from 'react';
import { Hatch } from './hatch.tsx';

const [WIDTH, HEIGHT] = [104, 12];

/** The score for a row of a table, beside its figures. */
export function SmallScoreBar({ score, gate }: { readonly score?: Credit | undefined; readonly gate?: number | undefined }) {
  const hatch = useId();
  const at = (share: number) => 0.5 + Math.min(1, Math.max(0, share)) * (WIDTH - 1);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <Hatch id={hatch} />
      <rect
        x={0.5}
        y={2.5}
        width={WIDTH - 1}
        height={7}
        rx={1.5}
        fill={score === undefined ? `url(#${hatch})` : 'var(--fs-bg-inset)'}
        stroke="var(--fs-line-strong)"
      />
      {score !== undefined && (
        <>
          <rect x={0.5} y={2} width={at(score.low) - 0.5} height={8} fill="var(--fs-accent)" />
          {score.high > score.low && (
            <rect
              x={at(score.low)}
              y={2.5}
              width={at(score.high) - at(score.low)}
              height={7}
              fill="var(--fs-climbed)"
              stroke="var(--fs-accent)"
            />
          )}
          {gate !== undefined && <path d={`M${at(gate)} 0V${HEIGHT}`} stroke="var(--fs-fg)" strokeWidth={2} />}
        </>
      )}
    </svg>
  );
}
