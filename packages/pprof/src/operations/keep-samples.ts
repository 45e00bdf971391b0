import { lazyColumns } from '../lazy-columns.ts';
import type { SampleTable } from '../profile.ts';

/** The samples whose entry in `keep` is not 0, in their order; the table itself where that is all of them. */
export function keepSamples(samples: SampleTable, keep: Uint8Array): SampleTable {
  if (!keep.includes(0)) return samples;
  const rows = new Int32Array(samples.length);
  let length = 0;
  for (let sample = 0; sample < samples.length; sample++) if (keep[sample] !== 0) rows[length++] = sample;
  return {
    ...samples,
    length,
    stack: picked(samples.stack, new Int32Array(length), rows),
    values: lazyColumns(samples.values.length, (column) => picked(samples.values[column], new Float64Array(length), rows)),
    labelSet: picked(samples.labelSet, new Int32Array(length), rows),
  };
}

function picked<Column extends Int32Array | Float64Array>(source: Column, target: Column, rows: Int32Array): Column {
  for (let i = 0; i < target.length; i++) target[i] = source[rows[i]];
  return target;
}
