import { expect, test } from 'vitest';
import { isFlagFile, readKillSwitch } from './read-kill-switch.ts';

test.each([
  ['app.flagd.json', true],
  ['config/feature-flags.yaml', true],
  ['remoteconfig.template.json', true],
  ['flags.yml', true],
  ['src/flags.ts', false],
  ['docs/red-flags.json', false],
])('%s defines flags: %j', (path, expected) => {
  expect(isFlagFile(path)).toBe(expected);
});

test.each([
  ['of flagd', '{"flags":{"checkout-kill-switch":{"state":"ENABLED","defaultVariant":"off"}}}', true],
  ['of flagd in YAML', 'flags:\n  killSwitch: { state: ENABLED }\n', true],
  ['of Remote Config', '{"parameters":{"checkout_kill_switch":{"defaultValue":{"value":"false"}}}}', true],
  ['that is disabled', '{"flags":{"kill-switch":{"state":"DISABLED"}}}', null],
  ['of another name', '{"flags":{"new-cart":{"state":"ENABLED"}}}', null],
  ['that cannot be read', '{"flags": [', null],
  ['with aliases', 'a: &a { kill-switch: {} }\nflags: *a\n', null],
])('a flag %s', (_, text, expected) => {
  expect(readKillSwitch(new Map([['flags.json', text]]))).toBe(expected);
});
