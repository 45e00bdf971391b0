/** Checks every package against the table of floors. */
import { fileURLToPath } from 'node:url';
import { CheckReport } from './check-report.mjs';
import { findFaults } from './dependency-direction/find-faults.mjs';
import { FLOORS } from './floors.mjs';

const report = new CheckReport();
await report.check('packages import downwards only', () => {
  const faults = findFaults(fileURLToPath(new URL('..', import.meta.url)), FLOORS);
  if (faults.length > 0) throw new Error(faults.join('\n'));
});
report.finish();
