import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { findTimes, relativeTimes, shiftTimes } from './times.ts';

/** A request as it is matched; `path` with the source in front and without a slash: `prometheus/api/v1/query`. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Of the query and of a form: decoded, in order. */
  readonly parameters: string;
}

export interface RecordedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** One line of the file. */
export interface Recording extends RecordedRequest {
  readonly answer: RecordedAnswer;
}

/** Questions are asked for times that lie whole such steps before now. */
const STEP_MS = 300_000;

/** Answers of servers, told again as if they had been given now. */
export interface Recordings {
  /** Undefined where this was never asked. */
  answer(request: RecordedRequest, now: number): RecordedAnswer | undefined;
}

/** Reads a file of `fixtures/example-services/record.ts`: gzip, a line with the time, then a line for each answer. */
export function readRecordings(file: string): Recordings {
  const [head = '', ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const recordedAt = Date.parse((JSON.parse(head) as { recordedAt: string }).recordedAt);
  const known = new Map<string, Recording>();
  for (const line of lines) {
    const recording = JSON.parse(line) as Recording;
    known.set(keyOf(recording, recordedAt), recording);
  }
  return {
    answer(request, now) {
      const found = known.get(keyOf(request, now));
      if (found === undefined) return undefined;
      // To the millisecond where the question names a time: some answers are looked at by that.
      const [asked] = findTimes(request.parameters);
      const [then] = findTimes(found.parameters);
      const by = asked === undefined || then === undefined ? now - recordedAt : asked - then;
      return { ...found.answer, body: shiftTimes(found.answer.body, Math.round(by)) };
    },
  };
}

function keyOf({ method, path, parameters }: RecordedRequest, now: number): string {
  return `${method} ${path} ${relativeTimes(parameters, now, STEP_MS)}`;
}
