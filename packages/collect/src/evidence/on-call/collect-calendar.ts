import { CollectError } from '../../collect-error.ts';
import { address } from '../http/address.ts';
import type { Context, Question } from '../question.ts';
import type { CalendarSource } from './calendar-source.ts';
import { countCoveredDays, readCalendar } from './read-calendar.ts';

const DAYS = 14;

/** On how many of the next 14 days somebody is on call, without a gap. */
export function collectCalendar({ url }: CalendarSource, { now, client }: Context): Question[] {
  return [
    {
      kind: 'paging-route',
      basis: 'measured',
      query: 'events of the on-call calendar in the next 14 days',
      ask: async () => {
        // Exports are often protected by nothing but a secret in their address, which is kept.
        const { search } = URL.canParse(url) ? new URL(url) : { search: '' };
        const target = address(url, '');
        target.search = search;
        const text = await client.text({ url: target, method: 'GET', headers: { accept: 'text/calendar' } });
        if (!/^BEGIN:VCALENDAR/i.test(text.trimStart())) throw new CollectError('bad-answer', 'the answer is no iCalendar');
        return { values: { onCallDays: countCoveredDays(readCalendar(text), now, DAYS) } };
      },
    },
  ];
}
