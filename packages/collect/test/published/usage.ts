import { type FetchProfileOptions, fetchProfile, isCollectError } from '@flamestep/collect';

/** Compiled as a consumer would: in ESM, in CommonJS, and for a bundler. */
export async function heapOf(host: string, options: FetchProfileOptions): Promise<Uint8Array | string> {
  try {
    return await fetchProfile(`http://${host}/debug/pprof/heap`, options);
  } catch (error) {
    if (isCollectError(error) && error.code === 'unauthorized') return `${error.status} ${error.url}`;
    throw error;
  }
}
