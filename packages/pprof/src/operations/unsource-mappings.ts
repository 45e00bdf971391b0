import type { Mapping, Profile } from '../profile.ts';

/**
 * Forgets files of mappings that are URLs and not files, as `go tool pprof` does where it loads a profile: it notes there where a
 * binary came from. Mappings with a build id keep theirs. A Windows path (`C:\app.exe`) reads like a URL and is forgotten too.
 */
export function unsourceMappings(profile: Profile): Profile {
  const isSource = ({ buildId, file }: Mapping) => buildId === '' && isAbsoluteUrl(file);
  if (!profile.mappings.some(isSource)) return profile;
  return { ...profile, mappings: profile.mappings.map((mapping) => (isSource(mapping) ? { ...mapping, file: '' } : mapping)) };
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const CONTROL = /[\x00-\x1f\x7f]/;
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2})/;
const HOST = /^([^\s:[\]]*|\[[^\s[\]]*\])(:\d*)?$/;

/** Whether Go's `url.Parse` takes the text and finds a scheme; nearly, because it is stricter about odd characters in hosts. */
function isAbsoluteUrl(text: string): boolean {
  const scheme = SCHEME.exec(text);
  if (!scheme || CONTROL.test(text)) return false;
  const [rest, ...fragments] = text.slice(scheme[0].length).split('#');
  if (BAD_ESCAPE.test(fragments.join('#'))) return false;
  if (!rest.startsWith('/')) return true;
  const [path] = rest.split('?');
  if (BAD_ESCAPE.test(path)) return false;
  const authority = /^\/\/([^/]*)/.exec(path)?.[1] ?? '';
  return HOST.test(authority.slice(authority.lastIndexOf('@') + 1));
}
