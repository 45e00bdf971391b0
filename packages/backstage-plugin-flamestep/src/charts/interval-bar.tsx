const [WIDTH, HEIGHT] = [120, 22];

interface IntervalBarProps {
  /** As shares of the whole. */
  readonly change: number;
  readonly low: number;
  readonly high: number;
  /** What two identical programs showed here, plus and minus. */
  readonly noise: number;
  /** What the ends of the axis stand for, the same in all rows. */
  readonly most: number;
  readonly look: 'slower' | 'faster' | 'not-found';
}

/** A change with its interval over the noise of the comparison. A filled diamond was found, a hollow circle was not. */
export function IntervalBar({ change, low, high, noise, most, look }: IntervalBarProps) {
  const x = (share: number) => 5 + ((Math.min(most, Math.max(-most, share)) + most) / (2 * most)) * (WIDTH - 10);
  const y = HEIGHT / 2;
  const color = look === 'not-found' ? 'var(--fs-fg-2)' : `var(--fs-${look})`;
  const at = x(change);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect x={x(-noise)} y={y - 6} width={Math.max(1, x(noise) - x(-noise))} height={12} fill="var(--fs-band)" />
      <path d={`M${x(0)} 1V${HEIGHT - 1}`} stroke="var(--fs-line-strong)" />
      <path
        d={`M${x(low)} ${y}H${x(high)}M${x(low)} ${y - 3}v6M${x(high)} ${y - 3}v6`}
        stroke={color}
        strokeWidth={1.6}
        fill="none"
      />
      {look === 'not-found' ? (
        <circle cx={at} cy={y} r={3.4} fill="var(--fs-bg-card)" stroke={color} strokeWidth={1.4} />
      ) : (
        <path d={`M${at} ${y - 5}l5 5-5 5-5-5z`} fill={color} />
      )}
    </svg>
  );
}
