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
const given = process.argv.slice(2);
if (given.includes('--help') || given.includes('-h')) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const unknown = given.filter((argument) => argument !== '--fresh');
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(' ')}: not known here.\n\n${USAGE}`);
  process.exit(2);
}

const tooOld = needNode(process.versions.node);
if (tooOld !== undefined) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(1);
}
const taken = await whoListens();
if (taken !== undefined) {
  process.stderr.write(`${taken}\n`);
  process.exit(1);
}
const began = Date.now();
if (!(await setUp()) || !(await turbo('Building the portal', ['build'], ['app', 'flamestep...']))) process.exit(1);

let folder;
try {
  folder = prepareFolder(join(root, '.flamestep'), { fresh: given.includes('--fresh') });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const portal = await startPortal(folder);
if (portal === undefined) process.exit(1);
if (!folder.isFilled() && !(await fillPortal({ root, node: lockedNode(), folder, isStopped: portal.isStopping }))) {
  await portal.stop();
  process.exit(1);
}
process.stdout.write(
  `\nThe portal is at ${PORTAL_URL} after ${((Date.now() - began) / 1000).toFixed(0)} s. Sign in as a guest with "Enter". Ctrl+C ends it.\n`,
);
process.exit(await portal.ended);
