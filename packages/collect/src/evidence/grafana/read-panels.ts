import { type Json, listAt, objectAt, textAt } from '../http/answer.ts';

/** The queries of one panel, with the values of variables in place of their names. */
export type PanelQueries = readonly Json[];

/** Panels that show what another one asked, or Grafana's own example data. */
const NO_SOURCE = ['-- Dashboard --', '-- Grafana --', 'grafana'];
const MIXED = '-- Mixed --';
const ALL = '$__all';
const DEEPEST = 20;

/** The panels of a dashboard that ask for data, those inside rows too. `chosen` are values of variables that go before the dashboard's own. */
export function readPanels(dashboard: unknown, chosen: ReadonlyMap<string, string>): PanelQueries[] {
  const variables = new Map([...ownVariables(dashboard), ...chosen]);
  const panels = listAt(dashboard, 'panels').flatMap((panel) => [panel, ...listAt(panel, 'panels')]);
  return panels.flatMap((panel) => {
    const queries = listAt(panel, 'targets').flatMap((target): Json[] => {
      const datasource = sourceOf(target) ?? sourceOf(panel);
      if (datasource === undefined || textAt(datasource, 'uid') === MIXED) return [];
      const filled = objectAt(fillIn({ ...objectAt(target), datasource }, variables, 0));
      return NO_SOURCE.includes(textAt(filled, 'datasource', 'uid')) ? [] : [filled];
    });
    return queries.length === 0 ? [] : [queries];
  });
}

function ownVariables(dashboard: unknown): [string, string][] {
  return listAt(dashboard, 'templating', 'list').map((variable): [string, string] => {
    const current = objectAt(variable, 'current')['value'];
    const values = (Array.isArray(current) ? current : [current]).map((value) => (value === undefined ? '' : String(value)));
    const all = textAt(variable, 'allValue') || '.*';
    return [textAt(variable, 'name'), values.includes(ALL) ? all : values.length === 1 ? values[0] : `(${values.join('|')})`];
  });
}

/** Old dashboards name a data source by its name alone, which its API does not take. */
function sourceOf(holder: unknown): Json | undefined {
  const source = objectAt(holder, 'datasource');
  return textAt(source, 'uid') === '' ? undefined : source;
}

/** Names of variables: `$name`, `${name}`, `${name:format}`, `[[name]]`. Those that begin with `__` are filled in by Grafana itself. */
function fillIn(value: unknown, variables: ReadonlyMap<string, string>, depth: number): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)(?::\w+)?\]\]/g, (whole, ...names: (string | undefined)[]) => {
      const name = names.slice(0, 3).find((one) => one !== undefined);
      return variables.get(name ?? '') ?? whole;
    });
  }
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => fillIn(item, variables, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, variables, depth + 1)]));
}
