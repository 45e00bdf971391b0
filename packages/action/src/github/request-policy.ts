import { statusOf } from './status-of.ts';

export type Wait = (milliseconds: number) => Promise<void>;

/** Requests of one run of the action, those that are repeated included. */
export const MOST_REQUESTS = 25;
/** Longest pause that GitHub may ask for; where it wants a longer one, the summary has to do. */
const LONGEST_PAUSE = 30_000;
const REPEATS = 2;
const FIRST_PAUSE = 500;

/**
 * Sends a request, and again where that can help: twice after an outage or a lost connection, once after the pause that GitHub asks for
 * (`retry-after`, as secondary limits do). Never after another 4xx. More than `MOST_REQUESTS` are not sent. What GitHub did before its
 * answer was lost, it does again.
 */
export function createRequestPolicy(wait: Wait) {
  let sent = 0;
  return async <Options, Answer>(request: (options: Options) => Answer | Promise<Answer>, options: Options): Promise<Answer> => {
    for (let repeats = 0; ; repeats++) {
      if (sent >= MOST_REQUESTS) throw new Error(`GitHub was asked ${MOST_REQUESTS} times, and that is enough for one run`);
      sent++;
      try {
        const answer = await request(options);
        if (isCut(answer)) throw new Error('the connection was lost in the middle of an answer');
        return answer;
      } catch (error) {
        const pause = pauseAfter(error, repeats);
        if (pause === undefined) throw error;
        await wait(pause);
      }
    }
  };
}

/** Milliseconds to wait before the next attempt; undefined where there should be none. */
function pauseAfter(error: unknown, repeats: number): number | undefined {
  const status = statusOf(error);
  if (status === undefined || status >= 500) return repeats < REPEATS ? FIRST_PAUSE * 3 ** repeats : undefined;
  const seconds = Number(headerOf(error, 'retry-after') ?? Number.NaN);
  if ((status !== 403 && status !== 429) || !Number.isFinite(seconds) || repeats > 0) return undefined;
  return seconds * 1000 <= LONGEST_PAUSE ? Math.max(0, seconds * 1000) : undefined;
}

/** Octokit takes an answer whose end is missing for an empty one. Those that are empty have a status of their own, 204. */
function isCut(answer: unknown): boolean {
  const { status, data } = answer as { status?: number; data?: unknown };
  return (status === 200 || status === 201) && (data === '' || (data instanceof ArrayBuffer && data.byteLength === 0));
}

function headerOf(error: unknown, name: string): string | undefined {
  const { headers } = (error as { response?: { headers?: Record<string, string | undefined> } }).response ?? {};
  return headers?.[name];
}
