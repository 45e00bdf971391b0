/** `npm run api-reports`: writes the reports about the public API of the packages, which must have been built. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiReport } from './api-reports/api-report.mjs';
import { entryPoints } from './api-reports/entry-points.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'flamestep-api-'));
try {
  for (const entry of entryPoints(fileURLToPath(new URL('..', import.meta.url)))) {
    const { text, problems } = apiReport(entry, scratch);
    writeFileSync(entry.report, text);
    if (problems.length === 0) continue;
    process.stderr.write(`${entry.specifier}\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
