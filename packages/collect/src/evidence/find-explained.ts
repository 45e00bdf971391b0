import { DAY_MS } from './day-ms.ts';
import { type Connected, connectedTo } from './connect.ts';
import { githubApi } from './github/github-api.ts';
import { lazily } from './lazily.ts';

const DAYS_MS = 90 * DAY_MS;
/** Shorter names are in every text. */
const SHORTEST_NAME = 3;

/**
 * Tells whether an operation or function that got slower has a note: it is given as explained, or an issue with the label
 * `performance` of the last 90 days names it. Issues are asked for when the first question comes. Throws `CollectError`.
 */
export function findExplained(
  given: readonly string[],
  connected: readonly Connected[],
  now: number,
): (operation: string) => Promise<boolean> {
  const texts = lazily(async () => {
    const since = now - DAYS_MS;
    const issues = await Promise.all(
      connectedTo(connected, 'github').map(async ({ source, client }) => githubApi(source, client).issues('performance', since)),
    );
    return issues.flat().map(({ title, body }) => `${title}\n${body}`);
  });
  return async (operation) => {
    if (given.includes(operation)) return true;
    return operation.length >= SHORTEST_NAME && (await texts()).some((text) => text.includes(operation));
  };
}
