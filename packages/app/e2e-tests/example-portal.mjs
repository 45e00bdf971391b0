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
export async function openExamplePortal({ port, knownBy, denied = [] } = {}) {
  const url = `http://localhost:${port ?? (await freePort())}`;
  const path = mkdtempSync(join(tmpdir(), 'flamestep-portal-'));
  if (knownBy !== undefined) cpSync(knownBy, path, { recursive: true });
  const folder = prepareFolder(path, { fresh: false });
  const started = await startPortal(folder, { url, denied });
  const stop = async () => {
    await started?.stop();
    rmSync(path, { recursive: true, force: true });
  };
  if (started !== undefined && (folder.isFilled() || (await fillPortal({ root, node: lockedNode(), folder, url })))) {
    return { url, folder: path, stop };
  }
  await stop();
  throw new Error('the example portal could not be started and filled; what it said stands above');
}
