/** `npm start`: sets everything up and opens the example portal, with what its services reported, at http://localhost:7007. */
import { join } from 'node:path';
import { needNode } from './example-portal/need-node.mjs';
import { prepareFolder } from './example-portal/prepare-folder.mjs';
import { fillPortal } from './example-portal/fill-portal.mjs';
import { startPortal } from './example-portal/start-portal.mjs';
import { PORTAL_URL, whoListens } from './example-portal/portal-url.mjs';
import { lockedNode, root, setUp, turbo } from './set-up.mjs';

const USAGE = `npm start              opens the example portal at ${PORTAL_URL}; Ctrl+C ends it
npm start -- --fresh   the same, after forgetting everything that it knew
npm start -- --help    says this

It keeps its database in .flamestep/. Everything else that flamestep can do: npx flamestep --help
`;

process.exit(
  await start(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }),
);

/** Resolves to the exit code, when the portal has ended. Rejects where there is something to mend first. */
async function start(given) {
  if (given.includes('--help') || given.includes('-h')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const unknown = given.filter((argument) => argument !== '--fresh');
  if (unknown.length > 0) {
    process.stderr.write(`${unknown.join(' ')}: not known here.\n\n${USAGE}`);
    return 2;
  }
  const hindrance = needNode(process.versions.node) ?? (await whoListens());
  if (hindrance !== undefined) throw new Error(hindrance);
  const began = Date.now();
  if (!(await setUp()) || !(await turbo('Building the portal', ['build'], ['app', 'flamestep...']))) return 1;

  const folder = prepareFolder(join(root, '.flamestep'), { fresh: given.includes('--fresh') });
  const portal = await startPortal(folder);
  if (portal === undefined) return 1;
  if (!folder.isFilled() && !(await fillPortal({ root, node: lockedNode(), folder, isStopped: portal.isStopping }))) {
    await portal.stop();
    return 1;
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  process.stdout.write(`\nThe portal is at ${PORTAL_URL} after ${seconds} s. Sign in as a guest with "Enter". Ctrl+C ends it.\n`);
  return portal.ended;
}
