import { meets } from '../promql/selector.ts';
import type { Route } from './read-routes.ts';

/** The routes at which an alert ends, in order, as `amtool config routes test` tells them. */
export function routeAlert(route: Route, labels: Readonly<Record<string, string>>): Route[] {
  if (!route.matchers.every((matcher) => meets(matcher, labels[matcher.label] ?? ''))) return [];
  const ends: Route[] = [];
  for (const child of route.routes) {
    const found = routeAlert(child, labels);
    ends.push(...found);
    if (found.length > 0 && !child.continues) break;
  }
  return ends.length > 0 ? ends : [route];
}
