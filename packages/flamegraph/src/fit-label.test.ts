import { expect, test } from 'vitest';
import { LabelFitter } from './fit-label.ts';

// Every letter is 10 pixels wide, in bold 12.
const labels = new LabelFitter({ normal: (text) => text.length * 10, bold: (text) => text.length * 12 });
const fit = (name: string, room: number) => {
  const { prefix, function: text } = labels.fit(name, room);
  return prefix + text;
};

test('takes the longest form that fits', () => {
  const name = 'json.(*state).store';
  expect(fit(name, 500)).toBe('json.(*state).store');
  expect(fit(name, 200)).toBe('(*state).store');
  expect(fit(name, 100)).toBe('store');
});

test('cuts the shortest form where none fits, and gives up where three letters do not', () => {
  expect(fit('json.(*state).store', 59)).toBe('sto…');
  expect(fit('json.(*state).store', 40)).toBe('');
});

test('says how wide its text is', () => {
  expect(labels.fit('json.store', 500).width).toBe(5 * 10 + 5 * 12);
  expect(labels.shortest('json.store')).toBe(5 * 12);
});

test('shows hidden characters', () => {
  expect(fit('a\u202Eb', 500)).toBe('a<U+202E>b');
});
