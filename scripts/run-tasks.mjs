/** `npm run build`, `npm run typecheck`: sets everything up and runs turbo tasks in all packages, from its cache where it can. */
import { setUp, turbo } from './set-up.mjs';

const tasks = process.argv.slice(2);
process.exitCode = (await setUp()) && (await turbo(`Running ${tasks.join(' and ')}`, tasks)) ? 0 : 1;
