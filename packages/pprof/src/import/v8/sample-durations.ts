const NANOS_PER_MICRO = 1000;

/**
 * How long each sample lasts, in nanoseconds: from its time to that of the next sample, and for the last one to the end of the
 * profile. What passed before the first sample belongs to none. Chrome DevTools counts in the same way.
 *
 * `times` are microseconds in the order of the samples. V8 writes some samples a little late, which shows as a step back: the
 * time is right, the order is not. So neighbours are looked for in time, and no duration is negative.
 *
 * @param end microseconds on the same clock; where it is undefined or too early, the last sample lasts 0
 */
export function sampleDurations(times: Float64Array, end: number | undefined): Float64Array {
  const durations = new Float64Array(times.length);
  if (times.length === 0) return durations;
  const order = orderInTime(times);
  const first = times[order[0]];
  const nanosAt = (time: number) => Math.round((time - first) * NANOS_PER_MICRO);
  for (let i = 0; i < order.length; i++) {
    const start = times[order[i]];
    const next = i + 1 < order.length ? times[order[i + 1]] : Math.max(end ?? start, start);
    durations[order[i]] = nanosAt(next) - nanosAt(start);
  }
  return durations;
}

/** The middle one of the durations above 0, as a measure of the sampling interval; 0 when there is none. */
export function medianDuration(durations: Float64Array): number {
  const sorted = durations.filter((duration) => duration > 0).sort();
  return sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
}

function orderInTime(times: Float64Array): Uint32Array {
  const order = Uint32Array.from(times, (_, index) => index);
  for (let i = 1; i < times.length; i++) {
    if (times[i] < times[i - 1]) return order.sort((a, b) => times[a] - times[b] || a - b);
  }
  return order;
}
