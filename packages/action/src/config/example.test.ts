import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig } from './parse-config.ts';

const documentation = readFileSync(new URL('../../configuration.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const [example] = [...documentation.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text]) => text);

test('the example of the documentation is read as it says', () => {
  const { thresholds, thresholdsOf, acknowledge } = parseConfig(example, '.flamestep.yaml', new Date('2026-11-20T12:00:00Z'));
  expect(thresholds).toEqual({ relative: 0.1, share: 0.005 });
  expect(thresholdsOf({ head: { name: 'runtime.mallocgc', file: '' } })).toMatchObject({ relative: 0.3 });
  expect(thresholdsOf({ head: { name: 'gen.Code', file: 'shop/internal/generated/a/code.go' } })).toMatchObject({ share: 0.02 });
  const total = { name: 'checkout/cart.(*Cart).Total', file: 'cart/cart.go' };
  // What an entry looks at.
  expect(acknowledge(total as Parameters<typeof acknowledge>[0], { type: 'cpu', unit: 'nanoseconds' })).toMatchObject({
    until: '2026-12-31',
  });
});
