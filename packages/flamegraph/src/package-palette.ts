import { packageOf } from './split-name.ts';

/** How many shades a hue has: functions of one package that stand side by side can still be told apart. */
const SHADES = 2;

/** Fills for one profile, hue by hue, the shades of a hue together: calm, and each with at least 4.5:1 to its text. */
export const packageFills = {
  light: [
    ...['#d6e4f2', '#e1ebf6', '#e0dcf0', '#e9e6f5', '#efdce7', '#f4e6ee', '#f3dfd6', '#f7e9e2', '#f1e6cc', '#f6eedb'],
    ...['#e6eacb', '#eef1da', '#d7ead5', '#e3f1e1', '#d0e9e3', '#def0ec', '#d3e6ee', '#dfeef4', '#e6e1d8', '#eeeae4'],
  ],
  dark: [
    ...['#3f5871', '#496580', '#524d78', '#5e5987', '#6b4a61', '#78566d', '#71503f', '#7d5c4a', '#685731', '#74623b'],
    ...['#545e31', '#5f6a3a', '#3d613f', '#486d4a', '#336059', '#3d6c64', '#366075', '#406c82', '#5c5749', '#686354'],
  ],
} as const;

/** The index of a function's fill: the hue by its package, the shade by its name, the same in every profile. */
export function packageFill(name: string): number {
  const hues = packageFills.light.length / SHADES;
  return (hashOf(packageOf(name)) % hues) * SHADES + (hashOf(name) % SHADES);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return hash >>> 0;
}
