import { parseDocument } from 'yaml';
import { objectAt } from '../http/answer.ts';

/** Definitions of flags as flagd and Firebase Remote Config read them. */
const DEFINITIONS = /(?:^|\/)(?:[^/]*(?:flagd|feature-?flags)[^/]*|flags|remote-?config(?:\.template)?)\.(?:json|ya?ml)$/i;
const KILL_SWITCH = /kill[-_ .]?switch/i;

/** Whether a file of a repository defines feature flags, by its name. */
export function isFlagFile(path: string): boolean {
  return DEFINITIONS.test(path);
}

/**
 * Whether one of the flags that the files define is a kill switch: enabled, and so named. `null` where none is: another name, or a service
 * of flags, may do the same.
 */
export function readKillSwitch(files: ReadonlyMap<string, string>): true | null {
  const definitions = [...files.values()].map(parsed).flatMap((file) => [objectAt(file, 'flags'), objectAt(file, 'parameters')]);
  const hasOne = definitions.some((flags) =>
    Object.entries(flags).some(([name, flag]) => KILL_SWITCH.test(name) && objectAt(flag)['state'] !== 'DISABLED'),
  );
  return hasOne ? true : null;
}

/** JSON is YAML too. Aliases are not followed, so that a small file stays small. */
function parsed(text: string): unknown {
  try {
    return parseDocument(text, { logLevel: 'silent' }).toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
