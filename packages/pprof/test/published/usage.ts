import { decode, isProfileError, type Profile, type TopReport, top } from '@flamestep/pprof';

/** Compiled as a consumer would: in ESM, in CommonJS, and for a bundler. */
export function hottest(bytes: Uint8Array): string {
  try {
    const profile: Profile = decode(bytes);
    const report: TopReport = top(profile, { nodeCount: 1 });
    return report.rows.map(({ name, flat }) => `${name} ${flat}`).join();
  } catch (error) {
    if (isProfileError(error) && error.code === 'too-large') return 'too large';
    throw error;
  }
}
