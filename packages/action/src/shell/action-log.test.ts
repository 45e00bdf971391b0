import { expect, test } from 'vitest';
import { asLine } from './action-log.ts';

test.each([
  ['run 1 of 5, base', 'run 1 of 5, base'],
  ['::error::forged', ': :error::forged'],
  ['  ::stop-commands::x', ': :stop-commands::x'],
  ['a\n::add-mask::b', 'a ::add-mask::b'],
  ['a ##[command]b', 'a ## [command]b'],
])('%j becomes the line %j', (text, line) => {
  expect(asLine(text)).toBe(line);
});
