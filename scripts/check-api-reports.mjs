/**
 * Checks that the report about the public API of every package is what was built, and that everything in it is exported and has a
 * comment: a change of the API is then seen in review.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiReport } from './api-reports/api-report.mjs';
import { entryPoints } from './api-reports/entry-points.mjs';
import { firstDifference } from './api-reports/first-difference.mjs';
import { CheckReport } from './check-report.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'flamestep-api-'));
const results = new CheckReport();
try {
  for (const entry of entryPoints(fileURLToPath(new URL('..', import.meta.url)))) {
    await results.check(`${entry.specifier}: its API is the one reported, with a comment on everything`, () => check(entry));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
results.finish();

function check(entry) {
  const { text, problems } = apiReport(entry, scratch);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const reported = existsSync(entry.report) ? readFileSync(entry.report, 'utf8').replaceAll('\r\n', '\n') : '';
  if (reported === text) return;
  throw new Error(`${firstDifference(reported, text)}\nwhere that is meant, \`npm run api-reports\` writes it`);
}
