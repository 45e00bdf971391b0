import { collect, type FetchProfileOptions, fetchProfile, isCollectError, type Source } from '@flamestep/collect';

/** Compiled as a consumer would: in ESM, in CommonJS, and for a bundler. */
export async function heapOf(host: string, options: FetchProfileOptions): Promise<Uint8Array | string> {
  try {
    return await fetchProfile(`http://${host}/debug/pprof/heap`, options);
  } catch (error) {
    if (isCollectError(error) && error.code === 'unauthorized') return `${error.status} ${error.url}`;
    throw error;
  }
}

export async function missing(manifest: Parameters<typeof collect>[0], url: string): Promise<readonly string[]> {
  const sources: readonly Source[] = [{ type: 'prometheus', url }];
  const { failures } = await collect(manifest, sources, { now: new Date() });
  return failures.flatMap(({ kinds }) => kinds);
}
