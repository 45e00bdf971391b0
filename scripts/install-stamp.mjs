import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'node_modules/.installed-lock-hash';

/** Whether node_modules is what package-lock.json asks for: `missing` also when an installation did not come to its end. */
export function installState(root) {
  if (!existsSync(join(root, STAMP))) return 'missing';
  return readFileSync(join(root, STAMP), 'utf8') === lockHash(root) ? 'current' : 'outdated';
}

/** To be called before node_modules is changed. */
export function forgetInstall(root) {
  rmSync(join(root, STAMP), { force: true });
}

/** To be called when node_modules is as package-lock.json asks. */
export function rememberInstall(root) {
  writeFileSync(join(root, STAMP), lockHash(root));
}

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}
