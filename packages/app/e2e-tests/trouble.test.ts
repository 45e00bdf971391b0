import { describe, expect, test } from 'vitest';
import { openExamplePortal } from './example-portal.mjs';
import { seriousFaults } from './serious-faults.ts';
import { known, missing, visit } from './visit.ts';

const CARD = '/catalog/default/component/checkout';
const TAB = `${CARD}/observability`;
/** Words that are good news, or could be taken for it. */
const GOOD_NEWS = /Step \d of 4|Unchanged|none got slower|no findings|100 %|Pass/;

describe.skipIf(missing)(`in a portal with trouble${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('who may not read services is told so, and sees no rating', async () => {
    const portal = await openExamplePortal({ knownBy: known, denied: ['flamestep.service.read'] });
    try {
      for (const path of [CARD, TAB, '/flamestep']) {
        await visit({ url: portal.url, path }, async (page) => {
          const main = page.getByRole('main');
          await main.getByText('You may not read').first().waitFor();
          expect(await main.innerText()).not.toMatch(GOOD_NEWS);
          expect(await seriousFaults(page)).toEqual([]);
        });
      }
    } finally {
      await portal.stop();
    }
  });

  test('who may not see the entity sees nothing of it', async () => {
    const portal = await openExamplePortal({ knownBy: known, denied: ['catalog.entity.read'] });
    try {
      await visit({ url: portal.url, path: TAB }, async (page) => {
        await page
          .getByText(/not found|could not be found|no entity/i)
          .first()
          .waitFor();
        expect(await page.locator('body').innerText()).not.toMatch(GOOD_NEWS);
      });
      await visit({ url: portal.url, path: '/flamestep' }, async (page) => {
        await page.getByRole('heading', { name: 'Observability of all services' }).waitFor();
        await page.getByText('0 services').first().waitFor();
        expect(await page.locator('body').innerText()).not.toContain('checkout');
      });
    } finally {
      await portal.stop();
    }
  });

  test('a backend that is gone is missed, and asked again when it is back', async () => {
    const portal = await openExamplePortal({ knownBy: known });
    try {
      await visit({ url: portal.url, path: TAB }, async (page) => {
        const goTo = (tab: string) => page.getByRole('main').getByRole('link', { name: tab, exact: true }).click();
        await page.getByRole('heading', { name: 'Step 2 of 4: Proactive' }).waitFor();
        await goTo('Overview');
        await page.getByRole('heading', { name: 'About' }).waitFor();
        await portal.pause();
        await goTo('Observability');
        const gone = page.getByRole('alert').filter({ hasText: 'The backend does not answer' });
        await gone.waitFor();
        expect(await page.getByRole('main').innerText()).not.toMatch(GOOD_NEWS);
        expect(await seriousFaults(page)).toEqual([]);
        await portal.resume();
        await gone.getByRole('button', { name: 'Try again' }).click();
        await page.getByRole('heading', { name: 'Step 2 of 4: Proactive' }).waitFor();
      });
    } finally {
      await portal.stop();
    }
  });
});
