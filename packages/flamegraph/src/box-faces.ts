import { changeLevel, type ChangeLevel } from './change-level.ts';
import type { FlameLayout } from './layout-flame-graph.ts';
import { packageFill } from './package-palette.ts';
import { ownChange } from './shares.ts';

/** Looks of the functions of one layout, found once: the package's fill with one side, the own change with two. */
export interface BoxFaces {
  readonly level: Int8Array;
  readonly fill: Int8Array;
  /** 1 where the change of a function was looked at and not found. */
  readonly hatched: Uint8Array;
}

export function buildFaces(layout: FlameLayout, findings?: readonly string[]): BoxFaces {
  const size = layout.names.length;
  const level = layout.union
    ? Int8Array.from({ length: size }, (_, name) => changeLevel(ownChange(layout, name)))
    : new Int8Array(size);
  const found = findings === undefined ? undefined : new Set(findings);
  return {
    level,
    hatched: Uint8Array.from(layout.names, (name, i) => Number(found !== undefined && level[i] !== 0 && !found.has(name))),
    fill: layout.union ? new Int8Array(size) : Int8Array.from(layout.names, (name) => packageFill(name)),
  };
}

export function levelOf(faces: BoxFaces, layout: FlameLayout, box: number): ChangeLevel {
  const name = layout.name[box];
  // buildFaces put in what changeLevel gave.
  return (name >= 0 ? faces.level[name] : 0) as ChangeLevel;
}
