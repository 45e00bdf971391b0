import { textAt } from '../http/answer.ts';
import type { GithubRequests } from './github-requests.ts';

const PERFORMANCE =
  /\b(?:performance|faster|slower|speed|latency|throughput|benchmarks?|allocations?|memory (?:use|usage)|cpu)\b|性能|高速|遅く|パフォーマンス|ベンチマーク/i;

/** The releases published since a time, and whether their notes speak of performance. Throws `CollectError`. */
export async function readReleases(
  { list }: GithubRequests,
  since: number,
): Promise<readonly { readonly isOnPerformance: boolean }[]> {
  const published = (release: unknown): number => Date.parse(textAt(release, 'published_at'));
  // Listed by when they were made, which may be long before they are published.
  const releases = await list('releases', {});
  return releases
    .filter((release) => published(release) >= since)
    .map((release) => ({ isOnPerformance: PERFORMANCE.test(textAt(release, 'body')) }));
}
