import type { Profile } from '@flamestep/pprof';

/** The last line of each entity's function that any location of the profiles stands for, 0 when none is known. */
export function lastLines(profiles: readonly Profile[], entityOf: readonly Int32Array[], length: number): Float64Array {
  const last = new Float64Array(length);
  profiles.forEach(({ locations: { lineFunction, lineNumber } }, run) => {
    for (let line = 0; line < lineFunction.length; line++) {
      const entity = entityOf[run][lineFunction[line]];
      if (lineNumber[line] > last[entity]) last[entity] = lineNumber[line];
    }
  });
  return last;
}
