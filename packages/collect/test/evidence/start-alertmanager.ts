import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../local-server.ts';
import { startProgram } from '../start-program.ts';

const ALERTMANAGER = '/usr/bin/prometheus-alertmanager';
export const AMTOOL = '/usr/bin/amtool';
export const hasAlertmanager = existsSync(ALERTMANAGER) && existsSync(AMTOOL);

/** Starts a real Alertmanager with a configuration in YAML. */
export async function startAlertmanager(config: string) {
  const folder = await mkdtemp(join(tmpdir(), 'flamestep-alertmanager-'));
  const file = join(folder, 'config.yml');
  await writeFile(file, config);
  const listen = `127.0.0.1:${await freePort()}`;
  const url = `http://${listen}`;
  const options = [`--config.file=${file}`, `--storage.path=${join(folder, 'data')}`, `--web.listen-address=${listen}`];
  const program = await startProgram(ALERTMANAGER, [...options, '--cluster.listen-address='], `${url}/-/ready`);
  const stop = async () => {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, listen, file, stop };
}
