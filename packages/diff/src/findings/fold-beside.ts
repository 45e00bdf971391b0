import type { JudgedFunction } from '../judge/judgement.ts';

/** A change that is not told of by itself, and the greater one beside which it stands. */
export interface Beside {
  readonly each: JudgedFunction;
  readonly greater: JudgedFunction;
}

/** What is known of how two functions belong together. */
export interface Neighbourhood {
  /** Source file, `''` when unknown. */
  readonly fileOf: (judged: JudgedFunction) => string;
  /** The entities on the heaviest path down to a function, itself included. */
  readonly pathOf: (judged: JudgedFunction) => readonly number[];
}

/** Below this part of a greater change, one of a neighbour is taken for its side effect; the second holds wherever the function is. */
const SIDE_EFFECT = { ofNeighbour: 0.25, ofAny: 0.1 };

/**
 * A great change moves code to other addresses, fills caches and changes what is inlined: it really makes others slower or faster by a
 * small part of itself, and most so the functions of its folder and those on its way. Those are no causes. `changed` has the greatest
 * change first.
 */
export function foldBeside(changed: readonly JudgedFunction[], neighbourhood: Neighbourhood): Beside[] {
  const causes: JudgedFunction[] = [];
  const beside: Beside[] = [];
  for (const each of changed) {
    const greater = causes.find((cause) => {
      const part = Math.abs(each.change) / Math.abs(cause.change);
      return part < SIDE_EFFECT.ofAny || (part < SIDE_EFFECT.ofNeighbour && areNeighbours(each, cause, neighbourhood));
    });
    if (greater) beside.push({ each, greater });
    else causes.push(each);
  }
  return beside;
}

function areNeighbours(one: JudgedFunction, other: JudgedFunction, { fileOf, pathOf }: Neighbourhood): boolean {
  const [folder, otherFolder] = [one, other].map((each) => fileOf(each).replace(/[^/\\]*$/, ''));
  return (folder !== '' && folder === otherFolder) || pathOf(one).includes(other.entity) || pathOf(other).includes(one.entity);
}
