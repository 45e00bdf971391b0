import { Button } from '@backstage/ui';
import type { Report, ReportTree } from '@flamestep/backstage-plugin-flamestep-common';
import { useMemo, useState } from 'react';
import { downloadText } from '../parts/download-text.ts';
import { formatPoints } from '../words/format-points.ts';
import { FunctionRows } from './function-rows.tsx';
import { functionsCsv } from './functions-csv.ts';
import { splitFunctions } from './split-functions.ts';

const FEW = 8;
const LEAST_AXIS = 0.02;

type Profile = Report['profiles'][number];

interface ReportTableProps {
  readonly profile: Profile;
  /** Whose functions can be opened. */
  readonly tree: ReportTree | undefined;
  readonly name: string;
}

/** Findings first, then what is too noisy to judge; the rest on demand. */
export function ReportTable({ profile, tree, name }: ReportTableProps) {
  const [isAll, setIsAll] = useState(false);
  const { found, acknowledged, noisy, unchanged } = splitFunctions(profile);
  const shownNoisy = isAll ? noisy : noisy.slice(0, FEW);
  const shown = [...found, ...acknowledged, ...shownNoisy, ...(isAll ? unchanged : [])];
  const most = Math.max(LEAST_AXIS, ...shown.flatMap(({ share }) => [Math.abs(share.low), Math.abs(share.high)])) * 1.05;
  const names = useMemo(() => new Set(tree?.names), [tree]);
  const rows = { profile, most, drawn: names };
  const hidden = noisy.length - shownNoisy.length + unchanged.length;
  return (
    <>
      <table className="fsp-table fsp-stack fsp-functions-table">
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            <th scope="col">Function, own cost</th>
            <th scope="col">Base</th>
            <th scope="col">Head</th>
            <th scope="col">Change</th>
            <th scope="col">
              95 % interval
              <span className="fsp-axis fsp-num">
                <span>{formatPoints(-most)}</span>
                <span>{formatPoints(most)} points</span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.length === 0 && (
            <tr>
              <td colSpan={6}>Nothing was found that could be told from noise.</td>
            </tr>
          )}
          <FunctionRows rows={found} {...rows} />
          {acknowledged.length > 0 && (
            <tr className="fsp-group">
              <th colSpan={6} scope="colgroup">
                {acknowledged.length + (profile.omitted.acknowledged ?? 0)} acknowledged, not counted
              </th>
            </tr>
          )}
          <FunctionRows rows={acknowledged} {...rows} />
          {noisy.length > 0 && (
            <tr className="fsp-group">
              <th colSpan={6} scope="colgroup">
                {profile.counts.inconclusive} too noisy to judge at {profile.runs.base}+{profile.runs.head} runs
              </th>
            </tr>
          )}
          <FunctionRows rows={shownNoisy} {...rows} />
          {isAll && unchanged.length > 0 && (
            <tr className="fsp-group">
              <th colSpan={6} scope="colgroup">
                {profile.counts.unchanged} unchanged
              </th>
            </tr>
          )}
          {isAll && <FunctionRows rows={unchanged} {...rows} />}
        </tbody>
      </table>
      <p className="fsp-controls fsp-below">
        {(hidden > 0 || isAll) && (
          <Button variant="tertiary" size="small" aria-expanded={isAll} onPress={() => setIsAll(!isAll)}>
            {isAll ? 'Show findings only' : `Show ${hidden} more functions`}
          </Button>
        )}
        <Button
          variant="tertiary"
          size="small"
          onPress={() => downloadText(`${name}-${profile.sampleType.type}.csv`, 'text/csv', functionsCsv(profile))}
        >
          Table as CSV
        </Button>
      </p>
      <p className="fsp-xs fsp-muted">
        ◆ found, ○ not found.{' '}
        {profile.method === 'exact'
          ? 'Compared exactly: there is no noise here. '
          : `The band of ±${(profile.noiseFloor * 100).toFixed(1)} points is what two identical programs showed here. `}
        Shares and points are of the base’s whole.
        {profile.omitted.functions > 0 && ` ${profile.omitted.functions} more functions were left out of the report.`}
      </p>
    </>
  );
}
