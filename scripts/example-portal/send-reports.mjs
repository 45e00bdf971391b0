import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { comparisonsOf } from './comparisons.mjs';
import { PLAN } from './plan.mjs';

const run = promisify(execFile);
const AT_ONCE = 2;

/** Compares the recorded runs with the command line and sends the reports to the portal, as CI would. Calls `onSent` after each. */
export async function sendReports({ root, node, url, token, now, onSent }) {
  const waiting = PLAN.flatMap((service) => comparisonsOf(service, join(root, 'fixtures'), now));
  const total = waiting.length;
  let sent = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await send(url, token, withOrigin(await compare(root, node, next), next), next.parameters);
      sent += 1;
      onSent(sent, total);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return total;
}

async function compare(root, node, { name, base, head, baseCommit, headCommit, sampleTypes }) {
  const sides = [...base.map((file) => `--base=${file}`), ...head.map((file) => `--head=${file}`)];
  const chosen = sampleTypes.map((type) => `--sample-type=${type}`);
  const about = [`--title=${name}`, `--base-commit=${baseCommit}`, `--head-commit=${headCommit}`, '--format=json', '--trees'];
  const program = join(root, 'packages/cli/bin/flamestep.cjs');
  const { stdout } = await run(node, [program, 'diff', ...sides, ...chosen, ...about], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

/** What the action adds to a report, because only CI knows it. */
function withOrigin(report, { service, repository, recordedAt, run, about, name }) {
  const { subject, provenance } = report;
  const head = { ...subject.head, ...about };
  const key = `${service}/${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
  return {
    ...report,
    subject: { ...subject, key, head },
    provenance: { ...provenance, repository, recordedAt, run: { id: run } },
  };
}

async function send(url, token, report, parameters) {
  const answer = await fetch(`${url}/api/flamestep/v1/reports?${new URLSearchParams(parameters)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(report),
  });
  if (!answer.ok)
    throw new Error(`The portal refused a report of ${report.provenance.repository}: ${answer.status} ${await answer.text()}`);
}
