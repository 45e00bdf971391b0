/**
 * A format that `parse` reads, told from the bytes:
 * - `pprof`: profile.proto, as Go, Rust, Node and most continuous profilers write it
 * - `cpuprofile`, `heapprofile`: JSON of V8 (`node --cpu-prof`, `node --heap-prof`, Chrome DevTools), also the older tree form
 * - `speedscope`: JSON of speedscope.app
 * - `collapsed`: one line for each stack, `main;parse;alloc 30`, as the stackcollapse scripts write it
 * - `legacy-…`: what pprof read before profile.proto: gperftools and Go up to 1.8, and Go's `debug=1` text
 * - `java-…`: the same family, written by Google's Java agent
 */
export type ProfileFormat =
  | 'pprof'
  | 'cpuprofile'
  | 'heapprofile'
  | 'speedscope'
  | 'collapsed'
  | 'legacy-cpu'
  | 'legacy-heap'
  | 'legacy-count'
  | 'legacy-threads'
  | 'legacy-contention'
  | 'java-cpu'
  | 'java-heap'
  | 'java-contention';
