import type { Step } from './model.ts';

// W8 of the talk: "to some extent" is enough to go on.
const gateThreshold = 0.8;
const minApplicable = 3;

/** The five steps of the talk. */
export const BUILT_IN_STEPS: readonly Step[] = [
  { id: 0, name: { en: 'Getting Started', ja: '計測を始める' }, gateThreshold, minApplicable, sustainDays: 14 },
  { id: 1, name: { en: 'Reactive', ja: '受動的対応' }, gateThreshold, minApplicable, sustainDays: 14 },
  { id: 2, name: { en: 'Proactive', ja: '積極的対応' }, gateThreshold, minApplicable, sustainDays: 28 },
  { id: 3, name: { en: 'Predictive', ja: '予測的対応' }, gateThreshold, minApplicable, sustainDays: 14 },
  { id: 4, name: { en: 'Data Driven', ja: 'データ駆動' }, gateThreshold, minApplicable, sustainDays: 14 },
];
