/** What an installed package must be able to do without a network: refuse what it cannot ask, without repeating secrets. */
export function smoke(api) {
  return {
    shown: api.shownUrl('https://me:secret@example.com/debug/pprof/heap?token=secret'),
    isUrl: ['heap.pb.gz', 'http://localhost:6060'].map((name) => api.isProfileUrl(name)),
    collects: typeof api.collect,
  };
}
