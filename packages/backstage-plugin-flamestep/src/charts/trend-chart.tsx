import type { TrendLine } from '@flamestep/backstage-plugin-flamestep-common';
import { useId, useState, type PointerEvent } from 'react';
import { formatAmount } from '../words/format-amount.ts';
import { formatTimes } from '../words/format-share.ts';
import { formatDay } from '../words/format-time.ts';
import { findGaps } from './find-gaps.ts';
import { Hatch } from './hatch.tsx';
import { linePath } from './line-path.ts';
import { timeTicks } from './time-scale.ts';
import { valueTicks } from './value-ticks.ts';

const HEIGHT = 118;
const TOP = 16;

interface TrendChartProps {
  readonly line: TrendLine;
  readonly title: string;
  /** ms since 1970. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly hasTimeAxis: boolean;
}

/** One cost over time: its usual band, the 1.5× line, changes, gaps and single results far off. A table beside it says the same. */
export function TrendChart({ line, title, from, to, width, hasTimeAxis }: TrendChartProps) {
  const hatch = useId();
  const [pointed, setPointed] = useState<number>();
  const { points, usual, limit, changes, outliers, unit } = line;
  const values = points.map(({ value }) => value);
  const greatest = Math.max(...values, usual?.high ?? 0);
  // Where nothing comes near the 1.5× line it would only flatten what there is to see.
  const showsLimit = limit !== undefined && greatest > 0.8 * limit;
  const top = showsLimit ? Math.max(greatest, limit * 1.04) : greatest;
  const lowest = Math.min(...values, usual?.low ?? Number.POSITIVE_INFINITY);
  const low = lowest < 0.4 * top ? 0 : lowest - (top - lowest) * 0.15;
  const high = top + (top - low) * 0.06;
  const [left, right] = [64, width - 10];
  const x = (time: number) => left + ((time - from) / (to - from)) * (right - left);
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * (HEIGHT - TOP);
  const times = points.map(({ time }) => Date.parse(time));
  const gaps = findGaps(times, to);
  const line90 = points.map(({ value }, index) => [times[index] ?? 0, value] as const);
  const point = pointed === undefined ? undefined : points[pointed];

  const nearest = (event: PointerEvent<SVGSVGElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const time = from + ((event.clientX - bounds.left - left) / (right - left)) * (to - from);
    const distance = times.map((one) => Math.abs(one - time));
    setPointed(distance.indexOf(Math.min(...distance)));
  };

  return (
    <figure>
      <figcaption className="fsp-pair">
        <b className="fsp-s">{title}</b>
        <span className="fsp-s fsp-num">
          {point === undefined ? (
            <Now line={line} />
          ) : (
            <>
              {formatDay(point.time)}: <b>{formatAmount(point.value, unit)}</b>
              {usual !== undefined && `, ${formatTimes(point.value / usual.level)} the usual`}
              {point.runs !== undefined && `, ${point.runs} ${point.runs === 1 ? 'run' : 'runs'}`}
            </>
          )}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + (hasTimeAxis ? 26 : 8)}`}
        width={width}
        height={HEIGHT + (hasTimeAxis ? 26 : 8)}
        role="img"
        aria-label={describe(line, title)}
        onPointerMove={nearest}
        onPointerLeave={() => setPointed(undefined)}
        fontSize={11}
      >
        <Hatch id={hatch} />
        {usual !== undefined && (
          <rect
            x={left}
            y={y(usual.high)}
            width={right - left}
            height={Math.max(2, y(usual.low) - y(usual.high))}
            fill="var(--fs-band)"
            data-testid="usual-band"
          />
        )}
        {valueTicks(low, high).map((value) => (
          <g key={value}>
            <path d={`M${left} ${y(value)}H${right}`} stroke="var(--fs-grid)" strokeWidth={0.75} />
            <text x={left - 6} y={y(value) + 4} textAnchor="end" fill="var(--fs-fg-2)">
              {formatAmount(value, unit)}
            </text>
          </g>
        ))}
        {gaps.map((gap) => (
          <rect
            key={gap.from}
            x={x(gap.from) + 3}
            y={TOP}
            width={Math.max(0, x(gap.to) - x(gap.from) - 6)}
            height={HEIGHT - TOP}
            fill={`url(#${hatch})`}
          />
        ))}
        {showsLimit && (
          <g data-testid="limit-line">
            <path d={`M${left} ${y(limit)}H${right}`} stroke="var(--fs-limit)" strokeWidth={1.5} strokeDasharray="6 4" />
            <text x={left + 4} y={y(limit) - 4} fill="var(--fs-limit)" fontWeight={600}>
              1.5× usual = {formatAmount(limit, unit)}
            </text>
          </g>
        )}
        <path d={linePath(line90, gaps, x, y)} fill="none" stroke="var(--fs-series)" strokeWidth={1.5} strokeLinejoin="round" />
        {line90.map(([time, value], index) => (
          <circle
            key={time}
            cx={x(time)}
            cy={y(value)}
            r={outliers.includes(index) ? 4 : 2}
            fill={outliers.includes(index) ? 'var(--fs-bg-card)' : 'var(--fs-series)'}
            stroke="var(--fs-series)"
          />
        ))}
        {changes.map((change) => {
          const at = x(Date.parse(change.time));
          const color = change.times > 1 ? 'var(--fs-slower)' : 'var(--fs-faster)';
          return (
            <g key={change.time}>
              <path d={`M${at} 12V${HEIGHT}`} stroke={color} strokeWidth={1.5} strokeDasharray="3 2" />
              <path d={change.times > 1 ? `M${at} 1l4.500 8h-9z` : `M${at} 9l4.500-8h-9z`} fill={color} />
            </g>
          );
        })}
        {point !== undefined && (
          <path d={`M${x(Date.parse(point.time))} ${TOP}V${HEIGHT}`} stroke="var(--fs-fg)" pointerEvents="none" />
        )}
        <path d={`M${left} ${HEIGHT}H${right}`} stroke="var(--fs-line-strong)" />
        {hasTimeAxis &&
          timeTicks(from, to, right - left).map((time) => (
            <text
              key={time}
              x={x(time)}
              y={HEIGHT + 18}
              textAnchor={x(time) > right - 24 ? 'end' : 'middle'}
              fill="var(--fs-fg-2)"
            >
              {formatDay(time, to)}
            </text>
          ))}
      </svg>
    </figure>
  );
}

function Now({ line: { current, times, usual, unit } }: { readonly line: TrendLine }) {
  if (current === undefined || usual === undefined) return <span className="fsp-muted">Too few results for a usual level</span>;
  const isChanged = times !== undefined;
  return (
    <>
      <b>{formatAmount(current, unit)}</b>{' '}
      <span className={isChanged ? (times > 1 ? 'fsp-mark-slower' : 'fsp-mark-faster') : 'fsp-muted'}>
        {isChanged ? `${formatTimes(times)} the usual` : 'usual'} {formatAmount(usual.low, unit)}–{formatAmount(usual.high, unit)}
      </span>
    </>
  );
}

function describe({ points, usual, unit, current, changes, outliers }: TrendLine, title: string): string {
  const parts = [`${title}: ${points.length} results`];
  if (usual !== undefined) parts.push(`usual ${formatAmount(usual.low, unit)} to ${formatAmount(usual.high, unit)}`);
  if (current !== undefined) parts.push(`${formatAmount(current, unit)} now`);
  for (const { time, times } of changes) parts.push(`${formatTimes(times)} since ${formatDay(time)}`);
  if (outliers.length > 0) parts.push(`${outliers.length} far off, left out`);
  return parts.join(', ');
}
