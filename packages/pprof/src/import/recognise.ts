import type { Limits } from '../limits.ts';
import { ProfileError } from '../profile-error.ts';
import { collapsedLine, isCollapsedComment } from './collapsed/collapsed-line.ts';
import type { JsonObject } from './json/json-fields.ts';
import { parseJson } from './json/parse-json.ts';
import { recogniseJson } from './recognise-json.ts';
import { cpuHeader } from './legacy/cpu-header.ts';
import { isBlankOrComment } from './legacy/go-text.ts';
import { heapHeader } from './legacy/heap-header.ts';
import { countedThing } from './legacy/import-count.ts';
import { announcesContention } from './legacy/import-contention.ts';
import { announcesThreads } from './legacy/import-threads.ts';
import { isJavaAttribute, javaFormat } from './legacy/java-header.ts';
import type { ProfileFormat } from './profile-format.ts';
import { startOfText, TextLines } from './text-lines.ts';
import { rejectUnsupported } from './reject-unsupported.ts';

/** Data whose format is known. JSON is parsed already, because that is how its format is told. */
export type Recognised =
  | { readonly format: 'pprof'; readonly bytes: Uint8Array }
  | { readonly format: Exclude<ProfileFormat, 'pprof' | JsonFormat>; readonly bytes: Uint8Array }
  | { readonly format: JsonFormat; readonly document: JsonObject };

type JsonFormat = 'cpuprofile' | 'heapprofile' | 'speedscope';

/** Text has no control characters but those for white space; of a profile.proto or a binary profile every second byte is one. */
const CONTROL = /[\0-\x08\x0e-\x1f]/;
const BYTES_LOOKED_AT = 4096;
/** Every binary profile has one this early. */
const CONTROL_WITHIN = 16;
const LINES_LOOKED_AT = 100;
/** An object with a key, or an array of objects: collapsed stacks may begin with `{main}` or `[unknown]`. */
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*\{)/;

/** Tells the format of inflated data. Throws `not-a-profile` where it is none of those that are read. */
export function recognise(bytes: Uint8Array, limits: Limits): Recognised {
  if (bytes.length === 0) throw new ProfileError('not-a-profile', 'the input is empty; nothing was recorded into it');
  rejectUnsupported(bytes);
  const from = startOfText(bytes);
  const beginning = String.fromCharCode(...bytes.subarray(from, from + BYTES_LOOKED_AT));
  if (CONTROL.test(beginning.slice(0, CONTROL_WITHIN))) {
    const cpu = cpuHeader(bytes);
    if (!cpu) return { format: 'pprof', bytes };
    return { format: cpu.isJava ? 'java-cpu' : 'legacy-cpu', bytes };
  }
  if (JSON_START.test(beginning)) return recogniseJson(parseJson(bytes, limits));
  return { format: textFormat(bytes), bytes };
}

function textFormat(bytes: Uint8Array): Exclude<ProfileFormat, 'pprof' | JsonFormat> {
  const lines = new TextLines(bytes);
  lines.next();
  if (heapHeader(lines)) return 'legacy-heap';
  const java = javaFormat(lines.text);
  if (announcesContention(lines.text)) return java && hasJavaAttributes(lines) ? java : 'legacy-contention';
  if (java) return java;
  while (isBlankOrComment(lines.text) && lines.next());
  if (countedThing(lines.text) !== undefined) return 'legacy-count';
  if (announcesThreads(lines.text)) return 'legacy-threads';
  if (isCollapsed(bytes)) return 'collapsed';
  throw new ProfileError('not-a-profile', 'the input is in none of the formats that are read', 0);
}

function hasJavaAttributes(lines: TextLines): boolean {
  while (lines.next() && (isBlankOrComment(lines.text) || lines.text.includes('='))) {
    if (isJavaAttribute(lines.text)) return true;
  }
  return false;
}

/** Whether the first line that says something is a stack with a count, or one of the next is one of several frames. */
function isCollapsed(bytes: Uint8Array): boolean {
  const lines = new TextLines(bytes);
  let isFirst = true;
  for (let i = 0; i < LINES_LOOKED_AT && lines.next(); i++) {
    if (isCollapsedComment(lines.text)) continue;
    const line = collapsedLine(lines.text);
    if (line && (isFirst || line.frames.length > 1)) return true;
    isFirst = false;
  }
  return false;
}
