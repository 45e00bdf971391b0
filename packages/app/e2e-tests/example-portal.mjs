import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../fixtures/servers/local-server.ts';
import { fillPortal } from '../../../scripts/example-portal/fill-portal.mjs';
import { prepareFolder } from '../../../scripts/example-portal/prepare-folder.mjs';
import { startPortal } from '../../../scripts/example-portal/start-portal.mjs';
import { lockedNode, root } from '../../../scripts/set-up.mjs';

export const isBuilt = ['packages/app/dist/index.html', 'packages/cli/dist'].every((path) => existsSync(join(root, path)));

/** The portal of `npm start`, in a folder of its own: filled as there, or with what another knew that has ended. */
export async function openExamplePortal({ knownBy, denied = [] } = {}) {
  const url = `http://localhost:${await freePort()}`;
  const path = mkdtempSync(join(tmpdir(), 'flamestep-portal-'));
  if (knownBy !== undefined) cpSync(knownBy, path, { recursive: true });
  const folder = prepareFolder(path, { fresh: false });
  let running = await startPortal(folder, { url, denied });
  const pause = async () => {
    await running?.stop();
  };
  const stop = async () => {
    await pause();
    rmSync(path, { recursive: true, force: true });
  };
  const resume = async () => {
    running = await startPortal(folder, { url, denied });
  };
  if (running !== undefined && (folder.isFilled() || (await fillPortal({ root, node: lockedNode(), folder, url })))) {
    return { url, folder: path, pause, resume, stop };
  }
  await stop();
  throw new Error('the example portal could not be started and filled; what it said stands above');
}
