import { expect, test } from 'vitest';
import { browserCommand } from './open-in-browser.ts';

const every = () => true;
const none = () => false;

test.each([
  ['darwin', {}, none, ['open']],
  ['win32', {}, none, ['rundll32', 'url.dll,FileProtocolHandler']],
  ['linux', { DISPLAY: ':0' }, every, ['xdg-open']],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, (name: string) => name === 'wslview', ['wslview']],
  ['linux', { DISPLAY: ':0' }, none, undefined],
  ['linux', {}, every, undefined],
])('on %s with %j', (platform, env, isProgram, command) => {
  expect(browserCommand(platform, env, isProgram)).toEqual(command);
});
