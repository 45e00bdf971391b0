import { encodeUtf8 } from '@flamestep/pprof';
import { CliError } from './cli-error.ts';
import { describeSystemError } from './describe-system-error.ts';
import type { Io } from './io.ts';

/** What a command made: bytes, a text, or a text in pieces because it may be too long for one string. */
export type Result = Uint8Array | string | Iterable<string>;

/** Characters to gather before they are written: one write for most results. */
const BATCH = 4_000_000;

/**
 * Writes what a command made to `-o FILE`, or to standard output. `isPainted`: whoever made it put terminal codes into it, and let none
 * of a name through; they are kept.
 */
export function writeResult(result: Result, file: string | undefined, io: Io, isPainted = false): void {
  if (file !== undefined && file !== '-') writeFile(file, result, io);
  else if (result instanceof Uint8Array) writeBinary(result, io);
  else for (const text of batches(result)) io.writeOut(io.isTerminal.stdout && !isPainted ? visible(text) : withRawBytes(text));
}

function writeBinary(bytes: Uint8Array, io: Io): void {
  if (io.isTerminal.stdout) throw new CliError('output', 'the result is binary; write it to a file with -o FILE, or redirect it');
  io.writeOut(bytes);
}

/** Writes a file. Throws `CliError` `output` with what the system says. */
export function writeFile(file: string, result: Result, io: Io): void {
  try {
    io.writeFile(file, result instanceof Uint8Array ? [result] : allWithRawBytes(batches(result)));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const isMissing = 'code' in error && error.code === 'ENOENT';
    const reason = isMissing ? 'the folder that it should go to does not exist' : describeSystemError(error);
    throw new CliError('output', `${file}: ${reason}`, error);
  }
}

function* batches(result: string | Iterable<string>): Generator<string> {
  if (typeof result === 'string') {
    yield result;
    return;
  }
  let batch = '';
  for (const piece of result) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}

/** Names may hold bytes that are no UTF-8, which the core keeps as lone surrogates; they are written as they were, as pprof does. */
function withRawBytes(text: string): string | Uint8Array {
  return /[\udc80-\udcff]/.test(text) ? encodeUtf8(text) : text;
}

function* allWithRawBytes(texts: Iterable<string>): Generator<string | Uint8Array> {
  for (const text of texts) yield withRawBytes(text);
}

/** Names come from profiles, and a terminal would obey the codes in them. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
