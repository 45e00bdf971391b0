import { decode, encode } from '@flamestep/pprof';
import type { Profile } from '@flamestep/pprof';

/** A profile of the same shape with every sample twice, as file bytes. */
export function doubleSamples(bytes: Uint8Array): Uint8Array {
  const profile = decode(bytes);
  const { samples } = profile;
  const twice = <T extends Int32Array | Float64Array>(column: T): T => {
    const doubled = new (column.constructor as new (length: number) => T)(column.length * 2);
    doubled.set(column);
    doubled.set(column, column.length);
    return doubled;
  };
  const doubled: Profile = {
    ...profile,
    samples: {
      ...samples,
      length: samples.length * 2,
      stack: twice(samples.stack),
      values: samples.values.map(twice),
      labelSet: twice(samples.labelSet),
    },
  };
  return encode(doubled);
}
