import { isSwitchedOn } from './environment-switch.ts';
import type { Io } from './io.ts';

/** How long work goes on before it is worth a line. */
const QUIET_MS = 1000;
/** Bytes of a compressed profile that take about that long. */
const QUIET_BYTES = 20_000_000;
const CLEAR_LINE = '\r\u001b[K';

/** Says on standard error what is being done, where a person is looking and it takes more than a moment. */
export interface Progress {
  /** Names the step that begins now. `bytes` is the size of its input, where that decides how long it takes. */
  step(what: string, bytes?: number): void;
  /** Removes the line. */
  done(): void;
}

export function createProgress(io: Io): Progress {
  if (!io.isTerminal.stderr || io.env['TERM'] === 'dumb' || isSwitchedOn(io.env['CI'])) return { step() {}, done() {} };
  const start = io.milliseconds();
  let shown = false;
  return {
    step(what, bytes = 0) {
      // The work is done in one go and cannot be watched, so a long step has to be announced before it begins.
      if (!shown && io.milliseconds() - start < QUIET_MS && bytes < QUIET_BYTES) return;
      io.writeErr(`${CLEAR_LINE}flamestep: ${what} …`);
      shown = true;
    },
    done() {
      if (shown) io.writeErr(CLEAR_LINE);
      shown = false;
    },
  };
}
