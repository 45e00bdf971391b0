/** Run by npm after every installation, so that `npm start` and `npm test` need not install again. */
import { fileURLToPath } from 'node:url';
import { rememberInstall } from './install-stamp.mjs';

rememberInstall(fileURLToPath(new URL('..', import.meta.url)));
