import type { Gap } from './find-gaps.ts';

/** The path of a line that breaks at gaps. */
export function linePath(
  points: readonly (readonly [time: number, value: number])[],
  gaps: readonly Gap[],
  x: (time: number) => number,
  y: (value: number) => number,
): string {
  return points
    .map(([time, value], index) => {
      const isStart = index === 0 || gaps.some(({ to }) => to === time);
      return `${isStart ? 'M' : 'L'}${round(x(time))} ${round(y(value))}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
