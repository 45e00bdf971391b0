import { ProfileError } from '../profile-error.ts';
import { isObject } from './json/json-fields.ts';
import type { JsonObject } from './json/json-fields.ts';

/** Tells the format of parsed JSON by its fields. Throws `not-a-profile`. */
export function recogniseJson(value: unknown): { format: 'cpuprofile' | 'heapprofile' | 'speedscope'; document: JsonObject } {
  if (!isObject(value)) throw isTrace(value) ? trace() : unknownJson();
  const { head } = value;
  if (Array.isArray(value['profiles']) && isObject(value['shared'])) return { format: 'speedscope', document: value };
  if (isObject(head)) return { format: 'selfSize' in head ? 'heapprofile' : 'cpuprofile', document: value };
  if (Array.isArray(value['nodes']) && !('snapshot' in value)) return { format: 'cpuprofile', document: value };
  if ('snapshot' in value) {
    throw new ProfileError(
      'not-a-profile',
      'this is a heap snapshot, which has no stacks; record a heap profile (node --heap-prof)',
      0,
    );
  }
  throw isTrace(value['traceEvents']) ? trace() : unknownJson();
}

function isTrace(value: unknown): boolean {
  return Array.isArray(value) && isObject(value[0]) && 'ph' in value[0];
}

function trace(): ProfileError {
  return new ProfileError('not-a-profile', 'this is a Chrome trace; record a CPU profile instead (node --cpu-prof)', 0);
}

function unknownJson(): ProfileError {
  const known = 'a V8 .cpuprofile, a .heapprofile or a speedscope file';
  return new ProfileError('not-a-profile', `this is JSON, but not ${known}`, 0);
}
