import { attribute } from '../attribution/attribute.ts';
import type { FunctionComparison, MovedCost, Touch, VerdictWord } from '../comparison.ts';
import type { JudgedFunction } from '../judge/judgement.ts';
import { scaleChange } from '../judge/rate-change.ts';
import { withCertainty } from '../judge/verdict-words.ts';
import type { FunctionMatching } from '../match/match-functions.ts';
import type { Move } from '../moves/explain-moves.ts';
import { costsAlong } from '../stacks/costs-along.ts';
import type { EntityStep } from '../stacks/costs-along.ts';
import { hotLine } from '../stacks/hot-line.ts';
import { lastLines } from '../stacks/last-lines.ts';
import type { JudgedStacks } from './judged-stacks.ts';

/** What is told of a function beside its numbers. */
export interface Told {
  readonly word: VerdictWord;
  /** Of a cost that moved; its numbers are those of all functions it moved between. */
  readonly move?: Move | undefined;
  /** Of a finding: the way down to it, as entities. */
  readonly path?: readonly number[] | undefined;
}

/** A judged function as the comparison shows it. */
export function describeFunction(input: JudgedStacks, judged: JudgedFunction, { word, move, path }: Told): FunctionComparison {
  const { judgement, matching, runs, changedLines } = input;
  const { entity, verdict: _judged, ...numbers } = judged;
  const row: FunctionComparison = {
    name: matching.name[entity],
    file: matching.file[entity],
    startLine: matching.startLine[entity],
    ...numbers,
    ...(move ? { ...move.together, share: scaleChange(move.together, 1 / judgement.wholeCost) } : {}),
    verdict: withCertainty(word, judgement.method),
  };
  if (!path) return row;
  const steps = costsAlong(runs, path);
  const line = hotLine(runs, entity, judged.total.head > 0);
  return {
    ...row,
    ...(line === undefined ? {} : { hotLine: line }),
    ...(move ? { moved: describeMove(move, matching) } : {}),
    path: steps.map((step) => ({
      name: matching.name[step.entity],
      file: matching.file[step.entity],
      base: step.base,
      head: step.head,
      line: step.line,
    })),
    ...(changedLines ? { touched: touches(input, steps) } : {}),
  };
}

function describeMove({ kind, from, to }: Move, { base, head, name, file }: FunctionMatching): MovedCost {
  const named = (entity: number, side: FunctionMatching['base']) => ({
    name: side[entity]?.name ?? name[entity],
    file: side[entity]?.file ?? file[entity],
  });
  return { kind, from: from.map((entity) => named(entity, base)), to: to.map((entity) => named(entity, head)) };
}

function touches({ matching, runs, entityOf, changedLines }: JudgedStacks, path: readonly EntityStep[]): Touch[] {
  const heads = runs.flatMap(({ stacks, isHead }, i) => (isHead ? [{ profile: stacks.profile, entityOf: entityOf[i] }] : []));
  const last = lastLines(
    heads.map(({ profile }) => profile),
    heads.map((head) => head.entityOf),
    matching.length,
  );
  const steps = path.map(({ entity, line }) => ({
    name: matching.name[entity],
    file: matching.file[entity],
    line,
    startLine: matching.startLine[entity],
    lastLine: last[entity],
  }));
  return attribute(steps, changedLines ?? []);
}
