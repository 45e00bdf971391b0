import { describe, expect, test } from 'vitest';
import { changeLevel } from './change-level.ts';
import { packageFill, packageFills } from './package-palette.ts';
import { flamegraphStyles } from './styles.ts';

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** The values of a token, light first and dark second, as the styles give them. */
function token(name: string): string[] {
  const values = [...flamegraphStyles.matchAll(new RegExp(`--fs-${name}:(#[0-9a-f]{6})`, 'g'))].map(([, value]) => value);
  return [values[0], values[values.length - 1]];
}

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (scheme, at) => {
  test.each(packageFills[scheme])('text on %s can be read', (fill) => {
    expect(contrast(fill, token('on-div')[at])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['slower-3', 'slower-2', 'slower-1', '0', 'faster-1', 'faster-2', 'faster-3'])(
    'text on the step %s can be read',
    (step) => {
      const text = token(step.endsWith('3') ? 'on-div-3' : 'on-div')[at];
      expect(contrast(token(`div-${step}`)[at], text)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('text on a card can be read', () => {
    for (const name of ['fg', 'fg-2', 'link', 'slower', 'faster']) {
      expect(contrast(token('bg-card')[at], token(name)[at]), name).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('a package has one hue, and its functions a shade of it', () => {
  const hue = (name: string) => Math.floor(packageFill(name) / 2);
  expect(hue('runtime.mallocgc')).toBe(hue('runtime.memmove'));
  expect(new Set(Array.from({ length: 50 }, (_, i) => hue(`p${i}.f`))).size).toBe(10);
});

test('changes are graded at 0.5, 1.5 and 3 points, either way', () => {
  expect([0, 0.49, 0.5, 1.49, 1.5, 2.9, 3, 50].map(changeLevel)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect([-0.4, -0.5, -1.5, -3].map(changeLevel)).toEqual([0, -1, -2, -3]);
});
