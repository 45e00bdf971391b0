import { afterEach, expect, test } from 'vitest';
import { collect } from '../../src/index.ts';
import { serve, stopServers } from '../../../../fixtures/servers/local-server.ts';
import { manifestOf } from './manifest.ts';

afterEach(stopServers);

const event = (from: string, to: string) =>
  `BEGIN:VEVENT\r\nSUMMARY:On call\r\nDTSTART:${from}\r\nDTEND;VALUE=DATE:${to}\r\nEND:VEVENT`;
const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n');

const whole = [event('20261120T090000Z', '20261130T090000Z'), event('20261130T090000Z', '20261210T090000Z')];

test.each([
  [calendar(...whole), 14],
  // An hour that nobody has costs the day.
  [calendar(whole[0]!, event('20261130T100000Z', '20261210T090000Z')), 13],
  [calendar(event('20261122', '20261125')), 2],
  [calendar(), 0],
  [calendar('BEGIN:VEVENT', 'DTSTART:20261\r\n 120T090000Z', 'DTEND:x', 'END:VEVENT'), 0],
])('%#: %2$i of 14 days', async (text, days) => {
  const url = await serve(({ parameters }, response) => response.end(parameters.get('key') === 'hidden-key' ? text : ''));
  const sources = [{ type: 'calendar', url: `${url}/export.ics?key=hidden-key` }] as const;
  const { evidence } = await collect(manifestOf('x'), sources, { now: '2026-11-22T12:00:00Z' });
  expect(evidence.find(({ kind }) => kind === 'paging-route')?.values).toEqual({ onCallDays: days });
  expect(JSON.stringify(evidence)).not.toContain('hidden-key');
});

test('a web page is no calendar, and the key of the address is not told', async () => {
  const url = await serve((_, response) => response.end('<html>'));
  const sources = [{ type: 'calendar', url: `${url}/export.ics?key=hidden-key` }] as const;
  const { failures } = await collect(manifestOf('x'), sources, { now: '2026-11-22T12:00:00Z' });
  expect(failures).toMatchObject([{ code: 'bad-answer' }]);
  expect(JSON.stringify(failures)).not.toContain('hidden-key');
});
