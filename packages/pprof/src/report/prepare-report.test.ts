import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { prepareReport } from './prepare-report.ts';
import type { ReportOptions } from './report-options.ts';

const profile = profileOf(
  { sampleTypes: 'objects/count space/bytes' },
  'main;parse 1 100 {user=ann, size:4kb, size:1mb}',
  'main;render 2 50 {user=bob, size:4kb}',
);
const prepare = (options: ReportOptions) => prepareReport(profile, 'proto', options);

test('fixes the total before the filters, or after them for relative percentages', () => {
  expect(prepare({ focus: 'render' }).total).toBe(150);
  expect(prepare({ focus: 'render', relativePercentages: true }).total).toBe(50);
  expect(prepare({ tagFocus: 'user=ann', relativePercentages: true }).total).toBe(100);
});

test('frames from labels come before the filters, which can match them', () => {
  const { profile: framed } = prepare({ tagRoot: 'user', tagLeaf: 'size,', focus: '^ann$', tagShow: 'none' });
  expect(show(framed)).toEqual(['ann@user;main;parse;4kB,1MB@size 1 100']);
});

test('applies every kind of filter', () => {
  const kept = (options: ReportOptions) => show(prepare({ tagHide: '.', ...options }).profile);
  expect(kept({ ignore: 'render' })).toEqual(['main;parse 1 100']);
  expect(kept({ hide: 'main' })).toEqual(['parse 1 100', 'render 2 50']);
  expect(kept({ show: 'main' })).toEqual(['main 1 100', 'main 2 50']);
  expect(kept({ showFrom: 'render' })).toEqual(['render 2 50']);
  expect(kept({ pruneFrom: 'main' })).toEqual(['main 1 100', 'main 2 50']);
  expect(kept({ tagIgnore: 'size=1kb' })).toEqual(['main;render 2 50']);
});

test('warns of what had no effect, in the words of pprof', () => {
  const none = 'no-such-name';
  const { warnings } = prepare({
    focus: none,
    ignore: none,
    hide: none,
    tagFocus: none,
    tagIgnore: 'size=9mb:',
    tagShow: none,
    tagHide: none,
    tagRoot: 'no-label',
    tagLeaf: 'no-label',
  });
  expect(warnings).toEqual([
    'For tag size used unit kb, also encountered unit(s) mb',
    'TagRoot expression matched no samples',
    'TagLeaf expression matched no samples',
    "tagignore:Interpreted '9mb:' as range, not regexp",
    'Focus expression matched no samples',
    'Ignore expression matched no samples',
    'Hide expression matched no samples',
    'TagFocus expression matched no samples',
    'TagIgnore expression matched no samples',
    'TagShow expression matched no samples',
    'TagHide expression matched no samples',
  ]);
  expect(prepare({ show: none, showFrom: none }).warnings.slice(1)).toEqual([
    'Show expression matched no samples',
    'ShowFrom expression matched no samples',
  ]);
});

test('says nothing where everything matched', () => {
  expect(prepare({ focus: 'parse', tagRoot: 'user' }).warnings).toEqual([
    'For tag size used unit kb, also encountered unit(s) mb',
  ]);
});

test('takes the compiler of patterns as an option, and says which pattern it refused', () => {
  const compile = (source: string) => {
    if (source === 'bad') throw new Error('missing argument');
    return { test: (text: string) => text === source };
  };
  expect(show(prepare({ compile, focus: 'parse' }).profile)).toHaveLength(1);
  expect(() => prepare({ compile, showFrom: 'bad' })).toThrow('show_from cannot be read: missing argument');
});
