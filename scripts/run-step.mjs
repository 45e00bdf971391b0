import { spawn } from 'node:child_process';

const SECONDS_BETWEEN_LINES = 10;

/**
 * Runs a command, saying on standard error what it is doing and for how long while it lasts. Its output is kept back and shown
 * only if it fails. Resolves to whether it succeeded.
 */
export async function runStep(doing, command, args, options = {}) {
  const say = progressLine(doing);
  const { output, succeeded } = await collect(command, args, options);
  say.end(succeeded);
  if (!succeeded) process.stderr.write(`\n${output.trimEnd()}\n\n`);
  return succeeded;
}

/** Says the same of something that is done here; `task` gets a function that says how far it is. Resolves to what the task does. */
export async function withProgress(doing, task) {
  const say = progressLine(doing);
  try {
    const result = await task(say.detail);
    say.end(result !== false);
    return result;
  } catch (error) {
    say.end(false);
    throw error;
  }
}

/** Runs a command on this terminal, output and all. Resolves to its exit code, 1 if it could not be run or was killed. */
export function runOnTerminal(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function collect(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ output: `${command}: ${error.message}`, succeeded: false }));
    child.on('close', (code) => resolve({ output: Buffer.concat(chunks).toString(), succeeded: code === 0 }));
  });
}

/** On a terminal one line that counts the seconds; elsewhere, a new line now and then. */
function progressLine(doing) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const { stderr } = process;
  let detail = '';
  const text = () => `${doing} … ${detail === '' ? '' : `${detail}, `}${seconds()}`;
  const draw = stderr.isTTY ? () => stderr.write(`\r${text()}   `) : () => stderr.write(`${text()}\n`);
  if (stderr.isTTY) draw();
  else stderr.write(`${doing} …\n`);
  const timer = setInterval(draw, stderr.isTTY ? 200 : SECONDS_BETWEEN_LINES * 1000);
  return {
    detail(now) {
      detail = now;
    },
    end(succeeded) {
      clearInterval(timer);
      stderr.write(`${stderr.isTTY ? '\r' : ''}${doing}: ${succeeded ? 'done' : 'FAILED'} in ${seconds()}              \n`);
    },
  };
}
