import type { Credit } from '@flamestep/backstage-plugin-flamestep-common';
import { formatCredit } from '../words/format-share.ts';
import { Hatch } from './hatch.tsx';

/** The score between what is certain and what is possible, with the gate; hatched where nothing is known. */
export function ScoreBar({
  score,
  gate,
  width,
}: {
  readonly score?: Credit | undefined;
  readonly gate?: number | undefined;
  readonly width: number;
}) {
  const inner = width - 1;
  const at = (share: number) => 0.5 + Math.min(1, Math.max(0, share)) * inner;
  const percent = gate === undefined ? undefined : Math.round(gate * 100);
  const label =
    score === undefined
      ? 'Score unknown'
      : `Score ${formatCredit(score).replace('–', ' to ')}${percent === undefined ? '' : `, gate at ${percent} %`}`;
  return (
    <svg viewBox={`0 0 ${width} 30`} width={width} height={30} role="img" aria-label={label} fontSize={11}>
      <Hatch id="fsp-hatch-score" />
      <rect
        x={0.5}
        y={15.5}
        width={inner}
        height={7}
        rx={1.5}
        fill={score === undefined ? 'url(#fsp-hatch-score)' : 'var(--fs-bg-inset)'}
        stroke="var(--fs-line-strong)"
      />
      {score !== undefined && <rect x={0.5} y={15} width={at(score.low) - 0.5} height={8} fill="var(--fs-accent)" />}
      {score !== undefined && score.high > score.low && (
        <rect
          x={at(score.low)}
          y={15.5}
          width={at(score.high) - at(score.low)}
          height={7}
          fill="var(--fs-climbed)"
          stroke="var(--fs-accent)"
        />
      )}
      {gate !== undefined && (
        <>
          <path d={`M${at(gate)} 11V27`} stroke="var(--fs-fg)" strokeWidth={2} />
          <text x={at(gate)} y={9} textAnchor="middle" fill="var(--fs-fg-2)">
            gate {percent} %
          </text>
        </>
      )}
    </svg>
  );
}
