import { matchersOf, type Selector } from './selector.ts';

/** The labels of the service file that mean the service, else the given label with its name. A label with a dot is written with `_`. */
export function serviceSelector(labels: Readonly<Record<string, string>> = {}, label: string, name: string): Selector {
  const given = Object.entries(labels).filter(([, value]) => value !== '');
  const named = given.map(([key, value]) => [key.replaceAll('.', '_'), value] as const);
  return matchersOf(given.length === 0 ? { [label]: name } : Object.fromEntries(named));
}
