import { DAY_MS } from '../../day-ms.ts';
import { renderSelector, type Matcher } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

const VITALS = ['lcp', 'inp', 'cls'] as const;
/** Where one metric holds all of them, a label tells which. */
const LABELS = ['name', 'metric', 'vital', 'web_vital_name'];
const MOST_COUNTERS = 20;
/** Those of k6 come from a robot, not from users. */
const NAMES = '(?:.+_)?web_?vitals?(?:_.+)?';
const ROBOTS: Matcher = { label: '__name__', operator: '!~', value: 'k6_.+' };

/** LCP, INP and CLS of a page's users, where something writes them as metrics with `web_vitals` in their names. */
export function webVitals({ api, selector, context: { manifest, now } }: Survey): Question | undefined {
  if (manifest.service.kind !== 'web') return undefined;
  const select = (names: string) => renderSelector([{ label: '__name__', operator: '=~', value: names }, ROBOTS, ...selector]);
  const query = `count by (${['__name__', ...LABELS].join(', ')}) (last_over_time(${select(NAMES)}[1d]))`;
  const viewsOf = (name: string) =>
    `max(sum by (${LABELS.join(', ')}) (increase(${renderSelector([{ label: '__name__', operator: '=', value: name }, ...selector])}[1d])))`;
  return {
    kind: 'web-vitals',
    basis: 'measured',
    query,
    ask: async () => {
      const window = { from: now - DAY_MS, to: now };
      const found = await api.query(query);
      if (found.length === 0) return unavailable('no-data', 'no metric of the page has web_vitals in its name', { window });
      // Each visit writes each vital once at the most; the largest count is that of the visits. Asked by name, because without their names series
      // of two metrics would be the same.
      const counters = [...new Set(found.map(({ labels }) => labels['__name__']))].filter((name) => name.endsWith('_count'));
      const counts = await Promise.all(counters.slice(0, MOST_COUNTERS).map((name) => api.query(viewsOf(name))));
      const views = counts.flatMap(([one]) => one?.value ?? []);
      const words = found.flatMap(({ labels }) => Object.values(labels).flatMap((value) => value.toLowerCase().split('_')));
      const [lcp, inp, cls] = VITALS.map((vital) => words.includes(vital));
      return { window, values: { lcp, inp, cls, pageViews: views.length === 0 ? null : Math.round(Math.max(...views)) } };
    },
  };
}
