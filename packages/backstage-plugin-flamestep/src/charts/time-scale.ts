const DAY = 86_400_000;

/** Days to name below a chart, oldest first: as many as there is room for. */
export function timeTicks(from: number, to: number, width: number): readonly number[] {
  const room = Math.max(2, Math.floor(width / 90));
  const days = Math.max(1, Math.ceil((to - from) / DAY / room));
  const ticks: number[] = [];
  for (let time = Math.ceil(from / DAY) * DAY; time <= to; time += days * DAY) ticks.push(time);
  return ticks;
}
