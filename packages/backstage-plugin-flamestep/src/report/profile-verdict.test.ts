import { expect, test } from 'vitest';
import { profileOf, rowOf } from '../../test/report-examples.ts';
import { profileVerdict } from './profile-verdict.ts';

const counts = profileOf().counts;
const said = (different: Parameters<typeof profileOf>[0]) => {
  const { mark, headline, rest } = profileVerdict(profileOf(different));
  return `${mark}: ${headline} ${rest}`;
};

test.each([
  [
    'slower',
    { verdict: 'slower', counts: { ...counts, slower: 1 } },
    'slower: 1 function got slower, none got faster. 41 are unchanged and 1 too noisy to judge.',
  ],
  [
    'allocations, which have no speed',
    { verdict: 'slower', counts: { ...counts, slower: 2, faster: 1 }, sampleType: { type: 'alloc_space', unit: 'bytes' } },
    'slower: 2 functions got costlier, 1 got cheaper. 41 are unchanged and 1 too noisy to judge.',
  ],
  [
    'the whole, though no function stands out',
    { verdict: 'slower', whole: { base: 100, head: 106, change: 6, low: 3, high: 9, verdict: 'slower' } },
    'slower: The whole operation got slower: +6 % (+3 to +9). No function stands out. 41 are unchanged and 1 too noisy to judge.',
  ],
  [
    'moved',
    { verdict: 'moved', counts: { ...counts, moved: 1, inconclusive: 0 } },
    'same: No cost changed. 41 are unchanged and 0 too noisy to judge; 1 moved.',
  ],
  ['nothing, with noise', { verdict: 'unchanged' }, 'same: No change found. 41 are unchanged and 1 too noisy to judge.'],
  [
    'one run a side',
    { verdict: 'indicative slower', method: 'indicative', indications: [rowOf('main.f', 1, 2, 'indicative slower')] },
    'noise: Indicative only: 1 function may differ. One run a side cannot tell a change from noise.',
  ],
] as const)('%s', (_, different, words) => {
  expect(said(different)).toBe(words);
});
