import type { ReactNode } from 'react';

/** Every outcome and verdict has a word and a shape of its own, so that a page in grey says the same. */
export type MarkName =
  | 'pass'
  | 'partial'
  | 'fail'
  | 'unknown'
  | 'exempt'
  | 'not-applicable'
  | 'premature'
  | 'slower'
  | 'faster'
  | 'moved'
  | 'same'
  | 'noise'
  | 'stale'
  | 'denied';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;
const solid = { fill: 'currentColor' } as const;
const cut = { fill: 'none', stroke: 'var(--fs-bg-card)', strokeWidth: 1.8 } as const;

const SHAPES: Readonly<Record<MarkName, ReactNode>> = {
  pass: [<circle key="a" cx="8" cy="8" r="7.5" {...solid} />, <path key="b" d="M4.4 8.3l2.4 2.4 4.8-5.2" {...cut} />],
  partial: [<circle key="a" cx="8" cy="8" r="6.6" {...line} />, <path key="b" d="M8 1.4a6.6 6.6 0 0 1 0 13.2z" {...solid} />],
  fail: [
    <rect key="a" x="0.8" y="0.8" width="14.4" height="14.4" rx="2" {...solid} />,
    <path key="b" d="M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4" {...cut} />,
  ],
  unknown: [
    <circle key="a" cx="8" cy="8" r="6.8" {...line} strokeDasharray="2.6 1.8" />,
    <path key="b" d="M6 6.4c.1-2.6 4.2-2.5 4.1-.1-.1 1.3-1.9 1.5-2 3M8.100 11.100v1.400" {...line} />,
  ],
  exempt: [
    <path key="a" d="M8 .8 15.2 8 8 15.2.8 8z" {...line} />,
    <path key="b" d="M8 4.6v6.8M5.1 6.3l5.8 3.4M10.9 6.3 5.1 9.7" {...line} strokeWidth={1.3} />,
  ],
  'not-applicable': <path d="M2 8h12" {...line} />,
  premature: [
    <path
      key="a"
      d="M3.200 1h9.600M3.200 15h9.600M4.200 1c0 4.200 3 5 3 7s-3 2.800-3 7M11.800 1c0 4.200-3 5-3 7s3 2.800 3 7"
      {...line}
    />,
    <path key="b" d="M5.200 14.200c.4-2 1.500-2.600 2.800-3.400 1.300.8 2.400 1.400 2.800 3.400z" {...solid} />,
  ],
  slower: <path d="M8 2.200 15 14H1z" {...solid} />,
  faster: <path d="M8 13.800 1 2h14z" {...solid} />,
  moved: <path d="M1 8h12M9 3.500 13.500 8 9 12.500" {...line} />,
  same: <path d="M2 5.500h12M2 10.500h12" {...line} strokeWidth={2} />,
  noise: <path d="M1 8c1.500-5 3-5 4.600 0s3.200 5 4.800 0 3.100-5 4.600 0" {...line} />,
  stale: [<circle key="a" cx="8" cy="8" r="6.7" {...line} />, <path key="b" d="M8 4v4.300l3 1.700" {...line} />],
  denied: [
    <rect key="a" x="2.5" y="7" width="11" height="7.5" rx="1.5" {...line} />,
    <path key="b" d="M5 7V4.800a3 3 0 0 1 6 0V7" {...line} />,
  ],
};

/** A shape and its word. */
export function Mark({ name, children }: { readonly name: MarkName; readonly children?: ReactNode }) {
  return (
    <span className={`fsp-mark fsp-mark-${name}`}>
      <MarkShape name={name} />
      {children !== undefined && <span>{children}</span>}
    </span>
  );
}

/** The shape alone, beside words that say the same. */
export function MarkShape({ name, size = 14 }: { readonly name: MarkName; readonly size?: number }) {
  return (
    <svg className="fsp-shape" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}
