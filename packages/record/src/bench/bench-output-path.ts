/** Where the bench output of a profile lies: `runs/1.txt` for `runs/1.pb.gz`. */
export function benchOutputPath(profile: string): string {
  return `${profile.replace(/(?<=[^/\\])(\.pb|\.pprof|\.prof|\.profile|\.out)?(\.gz)?$/i, '')}.txt`;
}
