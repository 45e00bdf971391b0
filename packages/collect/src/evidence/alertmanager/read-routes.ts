import { parse } from 'yaml';
import { CollectError } from '../../collect-error.ts';
import { listAt, objectAt, textAt } from '../http/answer.ts';
import { matchersOf, type Matcher } from '../promql/selector.ts';
import { readMatchers } from './read-matchers.ts';

/** A node of Alertmanager's tree of routes. */
export interface Route {
  readonly receiver: string;
  readonly matchers: readonly Matcher[];
  /** The routes after this one are tried too. */
  readonly continues: boolean;
  /** Names of intervals in which it does not notify, and of those outside which it does not. */
  readonly muted: readonly string[];
  readonly active: readonly string[];
  readonly routes: readonly Route[];
}

/** What Alertmanager is configured to do with an alert. */
export interface Routing {
  readonly route: Route;
  /** By receiver: how many integrations it has. One with none pages nobody. */
  readonly integrations: ReadonlyMap<string, number>;
}

/** Deeper trees are a mistake or an attack. */
const DEEPEST = 30;

/** Reads the configuration as `/api/v2/status` gives it: YAML, secrets masked. Throws `CollectError` `bad-answer`. */
export function readRoutes(yaml: string): Routing {
  let config: unknown;
  try {
    config = parse(yaml, { maxAliasCount: 100 });
  } catch (cause) {
    throw new CollectError('bad-answer', 'the configuration of the Alertmanager is no YAML', { cause });
  }
  const receivers = listAt(config, 'receivers');
  return {
    route: readRoute(objectAt(config, 'route'), '', 0),
    integrations: new Map(receivers.map((receiver) => [textAt(receiver, 'name'), countIntegrations(objectAt(receiver))])),
  };
}

function readRoute(node: unknown, inherited: string, depth: number): Route {
  if (depth > DEEPEST) throw new CollectError('bad-answer', `the routes of the Alertmanager are more than ${DEEPEST} deep`);
  const receiver = textAt(node, 'receiver') || inherited;
  const texts = (key: string): string[] => listAt(node, key).map(String);
  const regexes = Object.entries(objectAt(node, 'match_re'));
  return {
    receiver,
    matchers: [
      ...texts('matchers').flatMap(readMatchers),
      ...matchersOf(Object.fromEntries(Object.entries(objectAt(node, 'match')).map(([label, value]) => [label, String(value)]))),
      ...regexes.map(([label, value]): Matcher => ({ label, operator: '=~', value: String(value) })),
    ],
    continues: objectAt(node)['continue'] === true,
    muted: texts('mute_time_intervals'),
    active: texts('active_time_intervals'),
    routes: listAt(node, 'routes').map((child) => readRoute(child, receiver, depth + 1)),
  };
}

function countIntegrations(receiver: Readonly<Record<string, unknown>>): number {
  const lists = Object.entries(receiver).filter(([key]) => key.endsWith('_configs'));
  return lists.reduce((sum, [, list]) => sum + (Array.isArray(list) ? list.length : 0), 0);
}
