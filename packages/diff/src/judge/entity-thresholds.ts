import type { CompareOptions, NamedFunction } from '../compare-options.ts';
import type { Thresholds } from '../comparison.ts';
import { DiffError } from '../diff-error.ts';
import type { FunctionMatching } from '../match/match-functions.ts';
import type { SideFunction } from '../match/side-functions.ts';

/** Least changes, by entity. */
export interface EntityThresholds {
  readonly relative: Float64Array;
  readonly share: Float64Array;
}

/** The general thresholds, and those that `thresholdsOf` gives single functions instead. Throws `DiffError` `bad-option`. */
export function entityThresholds(
  { length, base, head, name }: Pick<FunctionMatching, 'length' | 'base' | 'head' | 'name'>,
  { relative, share }: Pick<Thresholds, 'relative' | 'share'>,
  thresholdsOf: CompareOptions['thresholdsOf'],
): EntityThresholds {
  const own = { relative: new Float64Array(length).fill(relative), share: new Float64Array(length).fill(share) };
  for (let entity = 0; thresholdsOf && entity < length; entity++) {
    const given = thresholdsOf({ ...named('base', base[entity]), ...named('head', head[entity]) });
    own.relative[entity] = checked('relative', given?.relative, Infinity, name[entity]) ?? relative;
    own.share[entity] = checked('share', given?.share, 1, name[entity]) ?? share;
  }
  return own;
}

function named(side: keyof NamedFunction, found: SideFunction | undefined): NamedFunction {
  return found ? { [side]: { name: found.name, file: found.file } } : {};
}

function checked(what: string, value: number | undefined, below: number, name: string): number | undefined {
  if (value === undefined || (value >= 0 && value < below)) return value;
  throw new DiffError('bad-option', `${what} of ${name} is ${value}: it must be a fraction such as 0.1`);
}
