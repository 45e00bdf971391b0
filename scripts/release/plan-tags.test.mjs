import { expect, test } from 'vitest';
import { planTags } from './plan-tags.mjs';

const at = (tags) => (tag) => tags[tag];

test('a version has its own tag, and moves those of its major and minor', () => {
  expect(planTags('1.2.3', at({ v1: '1.2.2', 'v1.2': '1.2.2' }))).toEqual({ exact: 'v1.2.3', moving: ['v1', 'v1.2'] });
  expect(planTags('1.10.0', at({ v1: '1.9.9' })).moving).toEqual(['v1', 'v1.10']);
  expect(planTags('2.0.0', at({ v1: '1.9.9' })).moving).toEqual(['v2', 'v2.0']);
});

test('a version may be planned again', () => {
  expect(planTags('1.2.3', at({ v1: '1.2.3', 'v1.2': '1.2.3' })).moving).toEqual(['v1', 'v1.2']);
});

test('a version that is tried out moves nothing', () => {
  expect(planTags('1.3.0-rc.1', at({ v1: '1.2.3' }))).toEqual({ exact: 'v1.3.0-rc.1', moving: [] });
});

test('no tag goes back', () => {
  expect(() => planTags('1.1.9', at({ v1: '1.2.0' }))).toThrow('v1 is at 1.2.0 and would go back to 1.1.9');
  expect(() => planTags('1.2.9', at({ v1: '1.2.10' }))).toThrow('would go back');
});

test('what is no version of the action is refused', () => {
  expect(() => planTags('0.0.0', at({}))).toThrow('begin at 1.0.0');
  expect(() => planTags('1.2', at({}))).toThrow('1.2 is not a version');
  expect(() => planTags('1.2.3', at({ v1: 'nonsense' }))).toThrow('v1 is at nonsense');
});
