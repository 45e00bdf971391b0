import type { HistoryEntry } from '@flamestep/backstage-plugin-flamestep-common';
import { useId } from 'react';
import { formatDay } from '../words/format-time.ts';
import { Hatch } from './hatch.tsx';
import { timeTicks } from './time-scale.ts';

const ROW = 26;
const TOP = 18;

interface StepHistoryProps {
  /** Newest first, as the backend sends them. */
  readonly entries: readonly HistoryEntry[];
  readonly steps: readonly string[];
  readonly width: number;
  readonly now: number;
}

/** The step over time. It breaks where another model makes steps incomparable, and is hatched where the service was not rated. */
export function StepHistory({ entries, steps, width, now }: StepHistoryProps) {
  const hatch = useId();
  const oldest = [...entries].reverse();
  const first = Date.parse(oldest[0]?.at ?? new Date(now).toISOString());
  const from = Math.min(first, now - 28 * 86_400_000);
  const isWide = width > 420;
  const left = isWide ? 128 : 24;
  const right = width - 12;
  const x = (time: number) => left + ((time - from) / (now - from)) * (right - left);
  const y = (step: number) => TOP + (steps.length - 1 - step) * ROW;
  const bottom = TOP + (steps.length - 1) * ROW + 8;
  let path = '';
  let isDrawing = false;
  oldest.forEach(({ at, step, rated, change }, index) => {
    const to = x(Date.parse(oldest[index + 1]?.at ?? new Date(now).toISOString()));
    if (!rated || step === undefined) {
      isDrawing = false;
      return;
    }
    const breaks = change?.comparable === false;
    path += isDrawing && !breaks ? `V${y(step)}H${to}` : `M${x(Date.parse(at))} ${y(step)}H${to}`;
    isDrawing = true;
  });
  const changed = oldest.filter(({ rated, change }, index) => rated && (index === 0 || change?.step !== undefined));
  return (
    <svg
      viewBox={`0 0 ${width} ${bottom + 26}`}
      width={width}
      height={bottom + 26}
      role="img"
      aria-label={`Step over time: ${changed.map(({ at, step }) => `step ${step} from ${formatDay(at, now)}`).join(', ') || 'never rated'}`}
      fontSize={11}
    >
      <Hatch id={hatch} />
      {steps.map((name, step) => (
        <g key={name}>
          <path d={`M${left} ${y(step)}H${right}`} stroke="var(--fs-grid)" />
          <text x={left - 10} y={y(step) + 4} textAnchor="end" fill="var(--fs-fg-2)">
            {isWide ? `${step} ${name}` : step}
          </text>
        </g>
      ))}
      {first > from && <rect x={left} y={TOP - 8} width={x(first) - left} height={bottom - TOP + 8} fill={`url(#${hatch})`} />}
      {oldest.flatMap(({ at, change, model }) =>
        change?.comparable === false
          ? [
              <g key={at}>
                <path d={`M${x(Date.parse(at))} ${TOP - 8}V${bottom}`} stroke="var(--fs-line-strong)" strokeDasharray="2 3" />
                <text x={x(Date.parse(at)) - 5} y={TOP - 6} textAnchor="end" fill="var(--fs-fg-2)">
                  model {model.version}
                </text>
              </g>,
            ]
          : [],
      )}
      <path d={path} fill="none" stroke="var(--fs-accent)" strokeWidth={2.5} />
      {changed.map(({ at, step }) => (
        <circle
          key={at}
          cx={x(Date.parse(at))}
          cy={y(step ?? 0)}
          r={4}
          fill="var(--fs-bg-card)"
          stroke="var(--fs-accent)"
          strokeWidth={2}
        />
      ))}
      {entries[0]?.rated && <circle cx={right} cy={y(entries[0].step ?? 0)} r={4.5} fill="var(--fs-accent)" />}
      {timeTicks(from, now, right - left).map((time) => (
        <text key={time} x={x(time)} y={bottom + 18} textAnchor={x(time) > right - 20 ? 'end' : 'middle'} fill="var(--fs-fg-2)">
          {formatDay(time, now)}
        </text>
      ))}
    </svg>
  );
}
