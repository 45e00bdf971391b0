import { expect, test } from 'vitest';
import { evidenceOf, NOW, serviceOf } from '../../test/worlds/worlds.ts';
import { assess } from '../assess.ts';
import { builtInModel as model } from '../model/built-in-model.ts';
import { describeMeasure } from './describe-measure.ts';

const evidence = [
  evidenceOf(model, 'log-stream', { records: 5210, severityShare: 0.8999999 }),
  evidenceOf(model, 'incident-load', { severe: 2, pageEpisodesPerWeek: 1.5, recoveryMedian: 4200, changeFailureShare: 0.29 }),
  evidenceOf(model, 'incident-detection', { incidents: 2, detectedShare: 1 }, { samples: 2 }),
  evidenceOf(model, 'normal-declaration', { ranges: 1, age: 200 }),
  evidenceOf(model, 'request-metrics', { rate: true, errors: false }),
];
const { findings } = assess(model, serviceOf('backend'), evidence, { now: NOW });

function lines(check: string, locale: 'en' | 'ja'): readonly string[] {
  return findings.find((finding) => finding.check === check)!.measures.map((measure) => describeMeasure(model, measure, locale));
}

test('a measure in English', () => {
  const checks = ['emits-metrics', 'emits-logs', 'normal-is-defined', 'incidents-are-noticed', 'service-is-stable'];
  expect(checks.flatMap((check) => lines(check, 'en')).join('\n')).toMatchInlineSnapshot(`
    "request rate is there: yes (must be yes)
    errors are there: no (must be yes)
    durations are there: no data (must be yes)
    5-minute slots with data: no data (at least 95 %)
    records: 5210 (at least 1)
    records with severity: 89.9 % (at least 90 %)
    operations or journeys with a normal range: 1 (at least 1)
    age of the declaration: 200 days (at most 180 days)
    every declared metric has data: not connected (must be yes)
    slots within the range: not connected (at least 95 %)
    incidents that an alert announced first: 100 %, too few events (at least 80 %)
    incidents: 2 (at most 0)
    last page delivered, in test, drill or earnest: not connected (at most 90 days)
    good requests or probes: not connected (at least 99 %)
    incidents of the highest severity: 2 (at most 1)
    paging episodes a week: 1.5 (at most 2)
    median time to recover; 0 when there was none: 70 min (at most 60 min)
    changes that failed: 29 % (at most 15 %)"
  `);
});

test('a measure in Japanese', () => {
  expect(
    [...lines('emits-metrics', 'ja'), ...lines('emits-logs', 'ja'), ...lines('service-is-stable', 'ja')].join('\n'),
  ).toMatchInlineSnapshot(`
    "リクエスト数がある:はい(「はい」であること)
    エラー数がある:いいえ(「はい」であること)
    所要時間がある:データなし(「はい」であること)
    データのある5分枠:データなし(95 %以上)
    レコード数:5210(1以上)
    重大度のあるレコード:89.9 %(90 %以上)
    成功したリクエスト・プローブ:未接続(99 %以上)
    最重大の障害:2(1以下)
    週当たりの呼び出し回数:1.5(2以下)
    復旧までの中央値(なければ0):70分(60分以下)
    失敗した変更:29 %(15 %以下)"
  `);
});

test.each([
  [{ severityShare: 8 / 38 }, 'records with severity: 21 % (at least 90 %)'],
  [{ severityShare: 0.99963 }, 'records with severity: 99.9 % (at least 90 %)'],
  [{ severityShare: 0.0004 }, 'records with severity: 0.04 % (at least 90 %)'],
])('shares have no digits that say nothing', (fields, expected) => {
  const found = assess(model, serviceOf('backend'), [evidenceOf(model, 'log-stream', { records: 5210, ...fields })], {
    now: NOW,
  });
  const measures = found.findings.find(({ check }) => check === 'emits-logs')!.measures;
  expect(measures.map((measure) => describeMeasure(model, measure, 'en'))).toContain(expected);
});

test.each([
  [40.029, '40 days'],
  [180.2, '180.2 days'],
  [179.9, '180 days'],
])('an age of %s days is told as %s, and never on the other side of its limit', (age, expected) => {
  const declared = [evidenceOf(model, 'normal-declaration', { ranges: 1, age })];
  const found = assess(model, serviceOf('backend'), declared, { now: NOW });
  const measures = found.findings.find(({ check }) => check === 'normal-is-defined')!.measures;
  expect(measures.map((measure) => describeMeasure(model, measure, 'en'))).toContain(
    `age of the declaration: ${expected} (at most 180 days)`,
  );
});
