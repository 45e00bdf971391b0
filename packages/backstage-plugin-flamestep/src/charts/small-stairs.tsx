const TREADS = 5;
const [WIDTH, HEIGHT] = [64, 22];

/** The staircase for a row of a table. It has no text, and stands beside the words that say the same. */
export function SmallStairs({ step, isOld = false }: { readonly step?: number | undefined; readonly isOld?: boolean }) {
  const run = (WIDTH - 2) / TREADS;
  const x = (tread: number) => 1 + tread * run;
  const y = (tread: number) => HEIGHT - 5 - tread * 2.6;
  const stood = step ?? -1;
  let profile = `M${x(0)} ${HEIGHT - 1}`;
  for (let tread = 0; tread < TREADS; tread++) profile += `V${y(tread)}H${x(tread + 1)}`;
  profile += `V${HEIGHT - 1}`;
  const block = (tread: number, fill: string) => (
    <rect key={tread} x={x(tread)} y={y(tread)} width={run} height={HEIGHT - 1 - y(tread)} fill={fill} />
  );
  const figure = isOld ? { fill: 'var(--fs-bg-card)', stroke: 'var(--fs-fg)' } : { fill: 'var(--fs-fg)' };
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {Array.from({ length: Math.max(0, stood) }, (_, tread) => block(tread, 'var(--fs-climbed)'))}
      {stood >= 0 && block(stood, isOld ? 'var(--fs-climbed)' : 'var(--fs-accent)')}
      <path
        d={profile}
        fill="none"
        stroke="var(--fs-line-strong)"
        strokeWidth={0.8}
        {...(stood < 0 && { strokeDasharray: '2 2' })}
      />
      {stood >= 0 && <circle cx={x(stood) + run / 2} cy={y(stood) - 3.4} r={2.6} {...figure} />}
    </svg>
  );
}
