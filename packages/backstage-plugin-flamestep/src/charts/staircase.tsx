import { Fragment } from 'react';

/** A tread of the stairs. */
export interface Tread {
  readonly name: string;
  /** Below the name, as `Gate met 11 May`. */
  readonly note?: string | undefined;
  /** Of the gate to the next tread. */
  readonly gate?: 'met' | 'closed' | 'not-reached';
}

export interface StaircaseProps {
  readonly treads: readonly Tread[];
  /** The step stood on; left out where the service is not rated. */
  readonly step?: number | undefined;
  /** It rests on old evidence. */
  readonly isOld?: boolean;
  readonly width: number;
  /** With names, notes and gates; needs 560 px. */
  readonly isWide?: boolean;
}

const TOP = 30;

/** Five treads: climbed are filled, the one stood on is solid and carries the figure, those ahead are dashed. */
export function Staircase({ treads, step, isOld = false, width, isWide = false }: StaircaseProps) {
  const count = treads.length;
  const left = 1.5;
  const run = (width - 2 * left) / count;
  const lowest = isWide ? 74 : 24;
  const rise = isWide ? 31 : Math.min(20, width * 0.058 + 1.4);
  const bottom = TOP + lowest + rise * (count - 1);
  const x = (tread: number) => left + tread * run;
  const y = (tread: number) => bottom - lowest - rise * tread;
  const profile = (from: number, to: number) => {
    let path = '';
    for (let tread = from; tread < to; tread++)
      path += `${tread === from ? '' : 'V'}${tread === from ? '' : y(tread)}H${x(tread + 1)}`;
    return path;
  };
  const stood = step ?? -1;
  const rated = step !== undefined;
  return (
    <svg
      viewBox={`0 0 ${width} ${bottom + 2}`}
      width={width}
      height={bottom + 2}
      role="img"
      aria-label={describe(treads, step, isOld)}
      data-testid="staircase"
    >
      {rated && stood > 0 && <path d={`M${x(0)} ${bottom}V${y(0)}${profile(0, stood)}V${bottom}Z`} fill="var(--fs-climbed)" />}
      {rated && (
        <path
          d={`M${x(stood)} ${bottom}V${y(stood)}H${x(stood + 1)}V${bottom}Z`}
          fill={isOld ? 'var(--fs-climbed)' : 'var(--fs-accent)'}
        />
      )}
      {stood < count - 1 && (
        <path
          d={`M${x(stood + 1)} ${rated ? y(stood) : bottom}V${y(stood + 1)}${profile(stood + 1, count)}V${bottom}H${x(stood + 1)}`}
          fill="none"
          stroke="var(--fs-line-strong)"
          strokeWidth={1.25}
          strokeDasharray="3 3"
        />
      )}
      {rated && (
        <path d={`M${x(0)} ${bottom}V${y(0)}${profile(0, stood + 1)}`} fill="none" stroke="var(--fs-accent)" strokeWidth={2.5} />
      )}
      {treads.map(({ name, note, gate }, tread) => (
        <Fragment key={name}>
          <TreadText
            {...{ name, note, tread, isWide }}
            x={isWide ? x(tread) + 10 : x(tread) + run / 2}
            y={isWide ? bottom - 50 : bottom - 8}
            color={colorOf(tread, stood, isOld)}
            isStood={tread === stood}
          />
          {isWide && gate !== undefined && tread < count - 1 && <Gate gate={gate} x={x(tread + 1)} y={y(tread) - rise / 2} />}
        </Fragment>
      ))}
      {rated ? (
        <Figure x={x(stood) + run / 2} y={y(stood) - 2} isHollow={isOld} />
      ) : (
        <text x={x(0) + run / 2} y={y(0) - 8} textAnchor="middle" fontSize={15} fontWeight={700} fill="var(--fs-fg-2)">
          ?
        </text>
      )}
    </svg>
  );
}

function describe(treads: readonly Tread[], step: number | undefined, isOld: boolean): string {
  if (step === undefined) return `Not rated yet: none of the ${treads.length} steps is known`;
  const gates = treads.flatMap(({ gate }, tread) => (gate === 'closed' ? [`, gate to step ${tread + 1} closed`] : []));
  return `Step ${step} of ${treads.length - 1}, ${treads[step]?.name ?? ''}${isOld ? ', from old evidence' : ''}${gates.join('')}`;
}

function colorOf(tread: number, stood: number, isOld: boolean): string {
  if (tread > stood) return 'var(--fs-fg-2)';
  return tread === stood && !isOld ? 'var(--fs-on-accent)' : 'var(--fs-on-climbed)';
}

interface TreadTextProps extends Tread {
  readonly tread: number;
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly isStood: boolean;
  readonly isWide: boolean;
}

function TreadText({ name, note, tread, x, y, color, isStood, isWide }: TreadTextProps) {
  if (!isWide) {
    return (
      <text x={x} y={y} textAnchor="middle" fontSize={12} fontWeight={isStood ? 700 : 400} fill={color}>
        {tread}
      </text>
    );
  }
  return (
    <text x={x} y={y} fill={color} fontSize={11}>
      <tspan fontSize={15} fontWeight={700}>
        {tread}
      </tspan>
      <tspan x={x} dy={19} fontSize={12} fontWeight={isStood ? 700 : 400}>
        {name}
      </tspan>
      {note !== undefined && (
        <tspan x={x} dy={16}>
          {note}
        </tspan>
      )}
    </text>
  );
}

function Figure({ x, y, isHollow }: { readonly x: number; readonly y: number; readonly isHollow: boolean }) {
  const look = isHollow
    ? { fill: 'var(--fs-bg-card)', stroke: 'var(--fs-fg)', strokeWidth: 1.4 }
    : { fill: 'var(--fs-fg)', stroke: 'none' };
  return (
    <g {...look}>
      <path d={`M${x - 4.4} ${y}v-6.900a4.400 4.400 0 0 1 8.800 0v6.900z`} />
      <circle cx={x} cy={y - 16} r={3.6} />
    </g>
  );
}

function Gate({ gate, x, y }: { readonly gate: NonNullable<Tread['gate']>; readonly x: number; readonly y: number }) {
  const size = gate === 'not-reached' ? 5 : 7;
  if (gate === 'met') {
    return (
      <g>
        <circle cx={x} cy={y} r={size} fill="var(--fs-pass)" stroke="var(--fs-bg-card)" strokeWidth={1.5} />
        <path d={`M${x - 3} ${y + 0.3}l2 2 4-4.300`} fill="none" stroke="var(--fs-bg-card)" strokeWidth={1.6} />
      </g>
    );
  }
  const isClosed = gate === 'closed';
  return (
    <g>
      <rect
        x={x - size}
        y={y - size}
        width={2 * size}
        height={2 * size}
        rx={2}
        fill={isClosed ? 'var(--fs-fail)' : 'var(--fs-bg-card)'}
        stroke={isClosed ? 'var(--fs-bg-card)' : 'var(--fs-line-strong)'}
        strokeWidth={1.5}
      />
      {isClosed && <path d={`M${x - 3.5} ${y}h7`} stroke="var(--fs-bg-card)" strokeWidth={2} />}
    </g>
  );
}
