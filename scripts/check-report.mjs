import { writeFileSync } from 'node:fs';

/**
 * Collects the results of a check script, says them on the terminal as they come, and at the end writes them to the file that
 * `--report` names, for `npm test` to count.
 */
export class CheckReport {
  #results = [];

  /** Runs one check; it fails by throwing, and the message is shown. */
  async check(name, run) {
    try {
      await run();
      this.#add(name, 'passed');
    } catch (error) {
      this.#add(name, 'failed', error instanceof Error ? error.message : String(error));
    }
  }

  skip(name, reason) {
    this.#add(name, 'skipped', reason);
  }

  /** Sets the exit code and writes the report. */
  finish(args = process.argv.slice(2)) {
    const at = args.indexOf('--report');
    if (at >= 0) writeFileSync(args[at + 1], JSON.stringify(this.#results));
    if (this.#results.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
  }

  #add(name, outcome, detail) {
    this.#results.push({ name, outcome });
    const word = { passed: 'ok     ', failed: 'FAILED ', skipped: 'skipped' }[outcome];
    process.stdout.write(`${word} ${name}${detail === undefined ? '' : `\n${detail.replace(/^/gm, '        ')}`}\n`);
  }
}
