import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decode, top } from '@flamestep/pprof';
import { Profile } from 'pprof-format';

/**
 * What can be measured in a process of its own: given the bytes of a file, something to call again and again. The two decoders get
 * inflated bytes, because that is all that pprof-format takes.
 */
export const SUBJECTS = {
  'zlib inflating': (bytes: Uint8Array) => () => gunzipSync(bytes),
  'pprof-format decoding inflated bytes': (bytes: Uint8Array) => {
    const inflated = gunzipSync(bytes);
    return () => Profile.decode(inflated);
  },
  'flamestep decoding inflated bytes': (bytes: Uint8Array) => {
    const inflated = gunzipSync(bytes);
    return () => decode(inflated);
  },
  'flamestep inflating, decoding and top': (bytes: Uint8Array) => () => top(decode(bytes)),
} as const satisfies Record<string, (bytes: Uint8Array) => () => unknown>;

export type SubjectName = keyof typeof SUBJECTS;

export function subject(name: SubjectName, file: string): () => unknown {
  return SUBJECTS[name](readFileSync(file));
}
