/** Loaded before a step: when it ends, adds the seconds of processor time that it took to the file that BENCH_NOTES names. */
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  appendFileSync(process.env.BENCH_NOTES, `${(user + system) / 1e6}\n`);
});
