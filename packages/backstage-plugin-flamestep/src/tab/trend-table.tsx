import type { TrendLine, TrendProfile } from '@flamestep/backstage-plugin-flamestep-common';
import { ReportLink } from '../parts/report-link.tsx';
import { formatAmount } from '../words/format-amount.ts';
import { formatMoment } from '../words/format-time.ts';
import { lineTitle } from './line-title.ts';

interface TrendTableProps {
  readonly lines: readonly TrendLine[];
  readonly detail: TrendProfile;
}

/** The same as the charts, in words; newest first. */
export function TrendTable({ lines, detail }: TrendTableProps) {
  return (
    <>
      {lines.map((line) => (
        <table key={line.function?.name ?? ''} className="fsp-table">
          <caption className="fsp-s">{lineTitle(line, detail)}</caption>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Commit</th>
              <th scope="col">Value</th>
              <th scope="col">Runs</th>
              <th scope="col">Report</th>
            </tr>
          </thead>
          <tbody>
            {line.points
              .map((point, index) => ({ ...point, isOutlier: line.outliers.includes(index) }))
              .reverse()
              .map(({ time, commit, value, runs, reportId, isOutlier }) => (
                <tr key={`${time} ${commit}`}>
                  <td>{formatMoment(time)}</td>
                  <td>
                    <code>{commit.slice(0, 7)}</code>
                  </td>
                  <td className="fsp-num">
                    {formatAmount(value, line.unit)}
                    {isOutlier && ', far off'}
                  </td>
                  <td>{runs}</td>
                  <td>{reportId !== undefined && <ReportLink id={reportId}>open</ReportLink>}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
