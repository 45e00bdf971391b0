import type { SampleTypeComparison, VerdictWord } from '../comparison.ts';
import { overallWord } from '../judge/overall-word.ts';
import { VERDICT_WORDS, withCertainty } from '../judge/verdict-words.ts';
import { describeFunction } from './describe-function.ts';
import { CHANGED, findCauses } from './find-causes.ts';
import type { Beside } from './fold-beside.ts';
import type { JudgedStacks } from './judged-stacks.ts';

/** A sample type as it is told of, and what else the reader should know. */
export interface Described {
  readonly profile: SampleTypeComparison;
  readonly notes: readonly string[];
}

/** So many changes beside greater ones are named in a note. */
const NAMED_BESIDE = 5;

/** Adds to a judgement what the stacks say: causes, ways, lines. */
export function describeComparison(input: JudgedStacks): Described {
  const { judgement, matching } = input;
  const { functions, factors: _factors, wholeCost: _wholeCost, changeOf: _changeOf, ownThresholds: _own, ...numbers } = judgement;
  const { moves, partOfMove, beside, pathOf } = findCauses(input);
  const isBeside = new Set(beside.map(({ each }) => each.entity));

  const rows = functions
    .filter(({ entity }) => !partOfMove.has(entity))
    .map((judged) => {
      const move = moves.get(judged.entity);
      const word = move ? 'moved' : isBeside.has(judged.entity) ? 'inconclusive' : judged.verdict;
      const isCause = move !== undefined || CHANGED.includes(word);
      return { word, isCause, row: describeFunction(input, judged, { word, move, path: isCause ? pathOf(judged) : undefined }) };
    })
    .sort((a, b) => Math.abs(b.row.change) - Math.abs(a.row.change));
  const causes = rows.filter(({ isCause }) => isCause);
  const told = causes.map(({ row }) => row);
  const isIndicative = judgement.method === 'indicative';
  return {
    profile: {
      ...numbers,
      verdict: withCertainty(
        overall(
          input,
          causes.map(({ word }) => word),
        ),
        judgement.method,
      ),
      counts: countWords(rows.map(({ word }) => word)),
      functions: rows.map(({ row }) => row),
      findings: isIndicative ? [] : told,
      indications: isIndicative ? told : [],
    },
    notes: beside.length === 0 ? [] : [besideNote(judgement.sampleType.type, beside, matching.name)],
  };
}

function overall({ judgement }: JudgedStacks, words: readonly VerdictWord[]): VerdictWord {
  const whole = CHANGED.filter((word) => judgement.whole.verdict === word);
  return overallWord([...words, ...whole], judgement);
}

function countWords(words: readonly VerdictWord[]): Record<VerdictWord, number> {
  const counts = Object.fromEntries(VERDICT_WORDS.map((word) => [word, 0])) as Record<VerdictWord, number>;
  for (const word of words) counts[word]++;
  return counts;
}

function besideNote(type: string, beside: readonly Beside[], names: readonly string[]): string {
  const named = beside.slice(0, NAMED_BESIDE).map(({ each }) => names[each.entity]);
  const others = beside.length - named.length;
  const list = others > 0 ? `${named.join(', ')} and ${others} more` : named.join(', ');
  return `${type}: ${list} changed too, by a small part of a greater change beside it, and may only be its side effect: not counted as a finding.`;
}
