import type { FlameGraphHandle, mountFlameGraph } from '@flamestep/flamegraph';
import { functionsCsv } from '../src/html/functions-csv.ts';
import type { ProfileReport, Report, ReportTree } from '../src/model/report.ts';

/** Set by the script of the flame graph, which stands before this one where the report has trees. */
declare const flamestepFlameGraph: { readonly mountFlameGraph: typeof mountFlameGraph };

const data = document.getElementById('report');
if (data !== null) {
  // The page maker wrote it from a report.
  boot(JSON.parse(data.textContent ?? '') as Report);
}

function boot(report: Report): void {
  const card = document.getElementById('findings');
  const place = document.getElementById('flame');
  let chosen = Number(card?.dataset['chosen'] ?? 0);
  let graph: FlameGraphHandle | undefined;

  const show = (index: number) => {
    chosen = index;
    for (const tab of elements<HTMLButtonElement>('#tabs button')) {
      const isChosen = Number(tab.dataset['profile']) === index;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
    for (const panel of elements('.panel')) panel.hidden = Number(panel.dataset['profile']) !== index;
    graph?.destroy();
    graph = place === null ? undefined : draw(place, report, index);
  };

  prepareTabs(show);
  prepareDownloads(report, () => report.profiles[chosen]);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-function]') : null;
    if (link === null) return;
    event.preventDefault();
    const name = graph?.layout.names.indexOf(link.dataset['function'] ?? '') ?? -1;
    if (graph === undefined || name < 0) return;
    graph.selectFunction(name);
    place?.scrollIntoView({ block: 'start' });
    place?.querySelector('canvas')?.focus({ preventScroll: true });
  });
  show(chosen);
}

function draw(place: HTMLElement, report: Report, index: number): FlameGraphHandle | undefined {
  const profile = report.profiles[index] ?? report.profiles[0];
  const tree = treeOf(report, profile);
  place.hidden = tree === undefined;
  if (tree === undefined) return undefined;
  const found = [...(profile?.findings ?? []), ...(profile?.indications ?? [])];
  const [first] = found;
  return flamestepFlameGraph.mountFlameGraph(place, tree, {
    heading: 'Flame graph, base and head in one',
    findings: (profile?.findings ?? []).map(({ name }) => name),
    ...(first === undefined ? {} : { openAt: first.name }),
  });
}

function treeOf({ trees = [] }: Report, profile: ProfileReport | undefined): ReportTree | undefined {
  if (profile === undefined) return trees[0];
  return trees.find(({ sampleType }) => sampleType.type === profile.sampleType.type);
}

/** Tabs as the ARIA practices have them: arrow keys move and choose. Without the script all panels stand below each other. */
function prepareTabs(show: (index: number) => void): void {
  const list = document.getElementById('tabs');
  if (list === null) return;
  list.hidden = false;
  list.setAttribute('role', 'tablist');
  const tabs = elements<HTMLButtonElement>('#tabs button');
  for (const panel of elements('.panel')) panel.setAttribute('role', 'tabpanel');
  tabs.forEach((tab, i) => {
    tab.setAttribute('role', 'tab');
    tab.addEventListener('click', () => show(i));
    tab.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      const next = (i + step + tabs.length) % tabs.length;
      show(next);
      tabs[next].focus();
    });
  });
}

function prepareDownloads(report: Report, profile: () => ProfileReport | undefined): void {
  const place = document.getElementById('downloads');
  if (place === null) return;
  place.hidden = false;
  document.getElementById('download-json')?.addEventListener('click', () => {
    download('report.json', 'application/json', JSON.stringify(report, null, 2));
  });
  document.getElementById('download-csv')?.addEventListener('click', () => {
    const chosen = profile();
    if (chosen !== undefined) download('functions.csv', 'text/csv', functionsCsv(chosen));
  });
}

function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function elements<E extends HTMLElement = HTMLElement>(selector: string): E[] {
  return [...document.querySelectorAll<E>(selector)];
}
