/** `npm run docs:checks`: writes the page about the checks of the maturity model. */
import { writeFileSync } from 'node:fs';
import { checksPage } from './checks-page/checks-page.mjs';

writeFileSync(new URL('../docs/checks.md', import.meta.url), checksPage());
