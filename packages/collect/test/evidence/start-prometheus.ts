import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../local-server.ts';
import { startProgram } from '../start-program.ts';

const PROMETHEUS = '/usr/bin/prometheus';
const PROMTOOL = '/usr/bin/promtool';

export const hasPrometheus = existsSync(PROMETHEUS) && existsSync(PROMTOOL);

export interface PrometheusOptions {
  /** Seconds since 1970 and values, by series in the text format. */
  readonly series?: Readonly<Record<string, Iterable<readonly [number, number]>>>;
  /** Groups of a rule file, in YAML. */
  readonly rules?: string;
  /** More of the configuration, in YAML. */
  readonly config?: string;
  readonly retention?: string;
}

/** Starts a real Prometheus with rules, and with series back to any time. */
export async function startPrometheus({ series = {}, rules = 'groups: []', config = '', retention = '120d' }: PrometheusOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'flamestep-prometheus-'));
  const data = join(folder, 'data');
  const lines = Object.entries(series).flatMap(([name, points]) =>
    [...points].map(([time, value]) => `${name} ${value} ${time}`),
  );
  if (lines.length > 0) {
    await writeFile(join(folder, 'series.txt'), `${lines.join('\n')}\n# EOF\n`);
    execFileSync(
      PROMTOOL,
      ['tsdb', 'create-blocks-from', '--max-block-duration=1440h', 'openmetrics', join(folder, 'series.txt'), data],
      { stdio: 'ignore' },
    );
  }
  await writeFile(join(folder, 'rules.yml'), rules);
  const global = 'global: { scrape_interval: 1h, evaluation_interval: 1s }\nrule_files: [rules.yml]\n';
  await writeFile(join(folder, 'prometheus.yml'), `${global}${config}`);
  const listen = `127.0.0.1:${await freePort()}`;
  const url = `http://${listen}`;
  const program = await startProgram(
    PROMETHEUS,
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${data}`,
      `--storage.tsdb.retention.time=${retention}`,
      `--web.listen-address=${listen}`,
    ],
    `${url}/-/ready`,
  );
  // Until every rule was evaluated once; until then they have a time long ago.
  while (/"lastEvaluation":"0001-/.test(await (await fetch(`${url}/api/v1/rules`)).text())) await pause(100);
  const stop = async () => {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, stop };
}
