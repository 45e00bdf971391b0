import { setTimeout as pause } from 'node:timers/promises';
import { withProgress } from '../run-step.mjs';
import { PLAN } from './plan.mjs';
import { PORTAL_URL } from './portal-url.mjs';
import { sendReports } from './send-reports.mjs';

const MOST_SECONDS = 60;
const HINT = 'The portal could not be filled. `npm start` goes on from here, `npm start -- --fresh` begins anew.';
const SERVICES = [...PLAN.map(({ service }) => service), 'wallet-app'];

/**
 * Fills a portal that knows nothing yet: the recorded runs are compared and sent as CI would send them, then each service is assessed
 * from what its sources answer. Where it was begun before, it goes on. Resolves to whether it went well; says why, where not, unless
 * `isStopped` says that somebody ended it.
 */
export async function fillPortal({ root, node, folder, url = PORTAL_URL, isStopped = () => false }) {
  const ask = asGuest(url);
  try {
    await withProgress('Waiting for the catalog', () => waitForServices(ask));
    await withProgress('Comparing recorded profiles and sending the reports', (say) =>
      sendReports({
        root,
        node,
        url,
        token: folder.token,
        now: folder.begunAt(),
        onSent: (sent, total) => say(`${sent} of ${total}`),
      }),
    );
    await withProgress('Assessing the services', () => assessServices(ask));
    folder.markFilled();
    return true;
  } catch (error) {
    if (isStopped()) process.stderr.write('\nEnded before it was filled; `npm start` goes on from here.\n');
    else process.stderr.write(`${error instanceof Error ? error.message : error}\n${HINT}\n`);
    return false;
  }
}

async function waitForServices(ask) {
  for (let attempt = 0; attempt < MOST_SECONDS; attempt += 1) {
    const { items = [] } = await ask('/api/flamestep/v1/services').catch(() => ({}));
    if (items.length >= SERVICES.length) return true;
    await pause(1000);
  }
  throw new Error(`The services did not come into the catalog within ${MOST_SECONDS} s.`);
}

async function assessServices(ask) {
  for (const service of SERVICES) await ask(`/api/flamestep/v1/services/component/default/${service}/assess`, { method: 'POST' });
  return true;
}

/** As the guest asks who opens the pages. */
function asGuest(url) {
  const answerTo = async (path, options) => {
    const answer = await fetch(`${url}${path}`, options);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    return answer.json();
  };
  return async (path, options = {}) => {
    const { backstageIdentity } = await answerTo('/api/auth/guest/refresh', { method: 'POST' });
    return answerTo(path, { ...options, headers: { authorization: `Bearer ${backstageIdentity.token}` } });
  };
}
