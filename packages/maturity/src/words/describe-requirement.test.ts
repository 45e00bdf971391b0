import { expect, test } from 'vitest';
import { builtInModel } from '../model/built-in-model.ts';
import type { Measure } from '../model/condition.ts';
import { describeRequirement } from './describe-requirement.ts';

test.each<[Measure, string, string]>([
  [
    { evidence: 'log-stream', field: 'severityShare', atLeast: 0.9 },
    'records with severity: at least 90 %',
    '重大度のあるレコード:90 %以上',
  ],
  [
    { evidence: 'rollbacks', field: 'median', atMost: 900 },
    'median time to roll back: at most 15 min',
    'ロールバックの中央値:15分以下',
  ],
  [
    { evidence: 'profiles', field: 'cpu', is: true },
    'CPU profiles of this service: must be yes',
    'このサービスのCPUプロファイル:「はい」であること',
  ],
  [
    { evidence: 'outside-view', field: 'locations', atLeast: { default: 1, tiers: { 1: 2 } } },
    'locations: at least 1 (tier 1: 2)',
    '地点数:1以上(ティア1:2)',
  ],
  [
    { evidence: 'availability', field: 'share', atLeast: { default: 0.99, service: 'availability', loosest: 0.95 } },
    'good requests or probes: at least 99 % (or spec.limits.availability, from 95 %)',
    '成功したリクエスト・プローブ:99 %以上(またはspec.limits.availability、95 %から)',
  ],
  [
    { evidence: 'deviations', field: 'baselineWeeks', atLeast: 2, minSamples: 100 },
    'weeks to compare with: at least 2, of at least 100',
    '比較できる週数:2以上、100件以上から',
  ],
])('%j', (measure, en, ja) => {
  expect(describeRequirement(builtInModel, measure, 'en')).toBe(en);
  expect(describeRequirement(builtInModel, measure, 'ja')).toBe(ja);
});
