import { trend } from '@flamestep/diff';
import type { TrendLine } from '@flamestep/backstage-plugin-flamestep-common';
import type { Line } from './line.ts';
import { toChange } from './summarize-series.ts';
import { WORSE_TIMES } from './trend-constants.ts';
import { usualBand } from './usual-band.ts';

/**
 * A line as it is drawn from `from` on (ms since 1970). It is judged by all its results, so that the usual level does not depend on
 * how much of it is shown.
 */
export function describeLine(line: Line, from: number): TrendLine {
  const { points } = line;
  const found = trend(points);
  const start = points.findIndex(({ time }) => Date.parse(time) >= from);
  const first = start === -1 ? points.length : start;
  const band = usualBand(points, found);
  return {
    ...(line.function && { function: { name: line.function.name, file: line.function.file } }),
    unit: line.unit,
    points: points.slice(first).map(({ time, commit, value, runs, reportId }) => ({
      time,
      commit,
      value,
      ...(runs !== undefined && { runs }),
      ...(reportId !== undefined && { reportId }),
    })),
    ...(band && { usual: band, limit: band.level * WORSE_TIMES }),
    ...(found.current && { current: found.current.level }),
    ...(found.usual && found.current && found.changes.length > 0 && { times: found.current.level / found.usual.level }),
    changes: found.changes.filter(({ index }) => index >= first).map((change) => toChange(change, points)),
    outliers: found.outliers.filter((index) => index >= first).map((index) => index - first),
  };
}
