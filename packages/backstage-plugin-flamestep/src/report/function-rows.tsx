import type { Report } from '@flamestep/backstage-plugin-flamestep-common';
import { IntervalBar } from '../charts/interval-bar.tsx';
import { Mark, type MarkName } from '../parts/mark.tsx';
import { formatAmount } from '../words/format-amount.ts';
import { formatPoints, pointsInterval } from '../words/format-points.ts';
import { splitPackage } from '../words/split-function.ts';
import { FunctionLink } from './function-link.tsx';
import { functionPlace } from './function-place.ts';
import { rowKey, type FunctionRow } from './split-functions.ts';

const VERDICTS: Readonly<Record<string, readonly [MarkName, string]>> = {
  slower: ['slower', 'Slower'],
  new: ['slower', 'New'],
  faster: ['faster', 'Faster'],
  gone: ['faster', 'Gone'],
  moved: ['moved', 'Moved'],
  unchanged: ['same', 'Unchanged'],
  inconclusive: ['noise', 'Too noisy'],
};

interface FunctionRowsProps {
  readonly rows: readonly FunctionRow[];
  readonly profile: Report['profiles'][number];
  /** End of the axis of intervals. */
  readonly most: number;
  /** Names of functions in the flame graph. */
  readonly drawn: ReadonlySet<string>;
}

/** Functions, a row each. */
export function FunctionRows({ rows, ...common }: FunctionRowsProps) {
  return rows.map((row) => <FunctionLine key={rowKey(row)} row={row} {...common} />);
}

function FunctionLine({ row, profile, most, drawn }: Omit<FunctionRowsProps, 'rows'> & { readonly row: FunctionRow }) {
  const { name, verdict, share, acknowledged } = row;
  const isIndicative = verdict.startsWith('indicative');
  const [mark, word] = VERDICTS[verdict.replace('indicative ', '')] ?? ['unknown', verdict];
  const [before, own] = splitPackage(name);
  const isFound = (mark === 'slower' || mark === 'faster') && acknowledged === undefined;
  const amount = (side: 'base' | 'head') =>
    profile.normalization.kind === 'relative' ? undefined : formatAmount(row[side], profile.sampleType.unit);
  return (
    <tr>
      <td data-label="Verdict">
        <Mark name={isIndicative ? 'noise' : mark}>{isIndicative ? `Looks ${word.toLowerCase()}` : word}</Mark>
      </td>
      <td data-label="Function, own cost">
        <code>
          {before}
          {drawn.has(name) ? (
            <FunctionLink sampleType={profile.sampleType.type} name={name}>
              {own}
            </FunctionLink>
          ) : (
            <b>{own}</b>
          )}
        </code>
        <span className="fsp-xs fsp-muted">{functionPlace(row)}</span>
        {acknowledged !== undefined && (
          <span className="fsp-xs">
            Acknowledged: {acknowledged.reason}
            {acknowledged.until !== undefined && ` (until ${acknowledged.until})`}
          </span>
        )}
      </td>
      <td data-label="Base" className="fsp-num">
        <Cost amount={amount('base')} share={share.base} />
      </td>
      <td data-label="Head" className="fsp-num">
        <Cost amount={amount('head')} share={share.head} />
      </td>
      <td data-label="Change" className="fsp-num">
        <b>{formatPoints(share.change)} points</b>
        <span className="fsp-muted fsp-xs">{pointsInterval(share)}</span>
      </td>
      <td data-label="95 % interval">
        <IntervalBar {...share} noise={profile.noiseFloor} most={most} look={isFound && !isIndicative ? mark : 'not-found'} />
      </td>
    </tr>
  );
}

function Cost({ amount, share }: { readonly amount: string | undefined; readonly share: number }) {
  const percent = `${(share * 100).toFixed(1)} %`;
  return amount === undefined ? (
    <b>{percent}</b>
  ) : (
    <>
      <b>{amount}</b>
      <span className="fsp-muted fsp-xs">{percent}</span>
    </>
  );
}
