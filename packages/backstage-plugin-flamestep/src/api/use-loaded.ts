import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createFlamestepClient, type FlamestepClient } from './flamestep-client.ts';
import { isFlamestepRequestError, type RequestFailure } from './flamestep-request-error.ts';

/** What is being read, or was. While it is read again, what was there before stays. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: RequestFailure; readonly retry: () => void };

/** Reads from the backend when the page opens and whenever `key` changes. */
export function useLoaded<T>(key: string, read: (client: FlamestepClient, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const { fetch } = useApi(fetchApiRef);
  const client = useMemo(() => createFlamestepClient(fetch), [fetch]);
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when `read` asks for something else
  useEffect(() => {
    const abort = new AbortController();
    if (attempt > 0) setLoaded({ state: 'loading' });
    read(client, abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setLoaded({ state: 'ready', value });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setLoaded({ state: 'failed', failure: isFlamestepRequestError(error) ? error.code : 'lost', retry });
      },
    );
    return () => abort.abort();
  }, [client, key, attempt]);

  return loaded;
}
