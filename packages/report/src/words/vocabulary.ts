import type { VerdictWord, WholeChange } from '@flamestep/diff';
import type { ProfileReport } from '../model/report.ts';

/** Words for one sample type: time gets slower, allocations get more. */
export interface Vocabulary {
  /** `CPU time`; names that are not known are given as they are. */
  readonly measure: string;
  readonly slower: string;
  readonly faster: string;
  /** `1 function got slower`, `2 functions allocate more`. */
  readonly gotSlower: (functions: number) => string;
  /** Continues it: `0 got faster`, `0 less`. */
  readonly gotFaster: (functions: number) => string;
  /** Of the whole: `got slower`, `allocates more`. */
  readonly became: { readonly slower: string; readonly faster: string };
}

const TIME_UNITS = /^(?:nano|micro|milli)?seconds?$|^(?:ns|us|µs|ms|s)$/i;
const MEASURES: Readonly<Record<string, string>> = {
  cpu: 'CPU time',
  wall: 'wall time',
  delay: 'waiting time',
  inuse_space: 'memory in use',
  inuse_objects: 'objects in use',
};

export function vocabularyOf({ sampleType }: Pick<ProfileReport, 'sampleType'>): Vocabulary {
  const measure = MEASURES[sampleType.type] ?? sampleType.type;
  if (TIME_UNITS.test(sampleType.unit)) {
    return {
      measure,
      slower: 'slower',
      faster: 'faster',
      gotSlower: (n) => `${n} ${functions(n)} got slower`,
      gotFaster: (n) => `${n} got faster`,
      became: { slower: 'got slower', faster: 'got faster' },
    };
  }
  const verb = sampleType.type.startsWith('alloc') ? 'allocate' : sampleType.type.startsWith('inuse') ? 'hold' : 'cost';
  return {
    measure,
    slower: 'more',
    faster: 'less',
    gotSlower: (n) => `${n} ${functions(n)} ${verb}${n === 1 ? 's' : ''} more`,
    gotFaster: (n) => `${n} less`,
    became: { slower: `${verb}s more`, faster: `${verb}s less` },
  };
}

/** A verdict's word in the words of its sample type: `slower`, `too noisy`; indicative ones look so only. */
export function verdictWord(verdict: string, vocabulary: Vocabulary): string {
  const indicative = verdict.startsWith('indicative ');
  const word = verdict.replace('indicative ', '') as VerdictWord;
  const words: Partial<Record<VerdictWord, string>> = {
    slower: vocabulary.slower,
    faster: vocabulary.faster,
    inconclusive: 'too noisy',
  };
  const shown = words[word] ?? word;
  return indicative && word !== 'inconclusive' && word !== 'unchanged' ? `looks ${shown}` : shown;
}

/** What is said of the cost of everything. */
export function wholeWord(verdict: WholeChange['verdict'], vocabulary: Vocabulary): string {
  const word = verdictWord(verdict, vocabulary);
  return word === 'too noisy' ? 'too noisy to judge' : word;
}

export function functions(count: number): string {
  return count === 1 ? 'function' : 'functions';
}
