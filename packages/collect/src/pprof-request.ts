import type { ProfileRequest } from './profile-request.ts';

/** Where Go serves its CPU profile; what pprof asks for when a URL names only a host. */
const CPU_PROFILE = '/debug/pprof/profile';
/** What Go records when it is not told. */
const DEFAULT_SECONDS = 30;

/** A pprof endpoint, or a profile on any web server. `seconds` goes before a `seconds` in the URL, as in `go tool pprof -seconds`. */
export function pprofRequest(url: URL, seconds: number | undefined, fail: (message: string) => never): ProfileRequest {
  const target = new URL(url);
  if (target.pathname === '/') target.pathname = CPU_PROFILE;
  if (seconds !== undefined) target.searchParams.set('seconds', String(seconds));
  return {
    url: target,
    method: 'GET',
    headers: {},
    seconds: recordingSeconds(target, fail),
    answerBytes: (profileBytes) => profileBytes,
    unpack: (answer) => answer,
  };
}

function recordingSeconds(url: URL, fail: (message: string) => never): number {
  const asked = url.searchParams.get('seconds');
  if (asked === null) return url.pathname.endsWith(CPU_PROFILE) ? DEFAULT_SECONDS : 0;
  return /^\d{1,6}$/.test(asked) ? Number(asked) : fail('seconds must be a whole number, such as seconds=5');
}
