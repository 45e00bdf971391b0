import type { Page } from 'playwright-core';

/** Waits until everything has its own colours and place; not for what turns for ever, or moves with scrolling. */
export function whenStill(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, timeline }) =>
          timeline === document.timeline && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      );
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });
}
