import type { TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import { useId } from 'react';
import { formatDay } from '../words/format-time.ts';
import { findGaps } from './find-gaps.ts';
import { Hatch } from './hatch.tsx';
import { linePath } from './line-path.ts';

const DAYS = 90 * 86_400_000;

interface SparklineProps {
  readonly trend: TrendSummary;
  readonly width: number;
  /** What the line is and what it says, in words. */
  readonly label: string;
  readonly now: number;
}

/** Ninety days of a cost: the line, what is missing, and the change. */
export function Sparkline({ trend, width, label, now }: SparklineProps) {
  const hatch = useId();
  const points = trend.sparkline ?? [];
  if (points.length === 0) return null;
  const values = points.map(([, value]) => value);
  const levels = [trend.usual, trend.level].filter((level) => level !== undefined && trend.subject === 'whole') as number[];
  const [low, high] = [Math.min(...values, ...levels), Math.max(...values, ...levels)];
  const [top, bottom] = [trend.since === undefined ? 8 : 18, 60];
  const x = (time: number) => 2 + (Math.max(0, time - (now - DAYS)) / DAYS) * (width - 8);
  const y = (value: number) => (high === low ? (top + bottom) / 2 : bottom - ((value - low) / (high - low)) * (bottom - top));
  const gaps = findGaps([now - DAYS, ...points.map(([time]) => time)], now);
  const last = points[points.length - 1]!;
  const isWorse = trend.state === 'slower';
  const color = isWorse ? 'var(--fs-slower)' : 'var(--fs-faster)';
  const since = trend.since === undefined ? undefined : x(Date.parse(trend.since.time));
  return (
    <svg viewBox={`0 0 ${width} 68`} width={width} height={68} role="img" aria-label={label}>
      <Hatch id={hatch} />
      {gaps.map(({ from, to }) => (
        <rect
          key={from}
          x={x(from) + 2}
          y={top - 4}
          width={Math.max(0, x(to) - x(from) - 4)}
          height={bottom - top + 8}
          fill={`url(#${hatch})`}
        />
      ))}
      {trend.subject === 'whole' && trend.usual !== undefined && (
        <path d={`M2 ${y(trend.usual)}H${width - 6}`} stroke="var(--fs-band)" strokeWidth={8} />
      )}
      <path d={linePath(points, gaps, x, y)} fill="none" stroke="var(--fs-series)" strokeWidth={1.4} strokeLinejoin="round" />
      {since !== undefined && trend.since !== undefined && (
        <>
          <path d={`M${since} 13V67`} stroke={color} strokeWidth={1.5} strokeDasharray="3 2" />
          <path d={isWorse ? `M${since} 1l4.500 8h-9z` : `M${since} 9l4.500-8h-9z`} fill={color} />
          <text
            x={since > width / 2 ? since - 9 : since + 9}
            y={10}
            textAnchor={since > width / 2 ? 'end' : 'start'}
            fontSize={11}
            fontWeight={600}
            fill={color}
          >
            {formatDay(trend.since.time, now)}
            {trend.since.pullRequest !== undefined && `, PR #${trend.since.pullRequest.number}`}
          </text>
        </>
      )}
      <circle cx={x(last[0])} cy={y(last[1])} r={3} fill="var(--fs-series)" />
    </svg>
  );
}
