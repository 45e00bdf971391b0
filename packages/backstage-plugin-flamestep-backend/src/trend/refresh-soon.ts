import type { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import type { TrendKeeper } from './TrendKeeper.ts';

const SOON_MS = 1_000;

/**
 * Looks at new results shortly after they came, many at once, in the process that took them in. The schedule sees to what is left
 * when a process ends before; looking twice does no harm.
 */
export function refreshSoon(keeper: TrendKeeper, lifecycle: LifecycleService, logger: LoggerService): () => void {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;
  const run = async () => {
    timer = undefined;
    if (running !== undefined) {
      isWanted = true;
      return;
    }
    running = keeper.refreshDue(ending.signal).then(
      () => undefined,
      (error) => logger.error('new results could not be looked at', error),
    );
    await running;
    running = undefined;
    if (isWanted) {
      isWanted = false;
      ask();
    }
  };
  const ask = () => {
    if (ending.signal.aborted) return;
    timer ??= setTimeout(() => void run(), SOON_MS);
    timer.unref();
  };
  lifecycle.addShutdownHook(async () => {
    ending.abort();
    clearTimeout(timer);
    await running;
  });
  return ask;
}
