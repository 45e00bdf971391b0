/** Checks every package against the table of floors, and the README's diagram, which is drawn from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CheckReport } from './check-report.mjs';
import { findFaults } from './dependency-direction/find-faults.mjs';
import { FLOORS } from './floors.mjs';
import { withHouseDiagram } from './house-diagram.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = new CheckReport();

await report.check('packages import downwards only', () => {
  const faults = findFaults(root, FLOORS);
  if (faults.length > 0) throw new Error(faults.join('\n'));
});
await report.check('the diagram in the README is current', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll('\r\n', '\n');
  if (withHouseDiagram(readme, root, FLOORS) !== readme) throw new Error('run `npm run diagram` and commit README.md');
});
report.finish();
