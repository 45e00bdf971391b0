import { Skeleton } from '@backstage/ui';

/** Stands where something is being read. */
export function LoadingBlock({ height = 92 }: { readonly height?: number }) {
  return (
    <div className="fsp-loading" aria-busy="true">
      <span className="fsp-hidden" role="status">
        Loading
      </span>
      <Skeleton width="100%" height={height} />
      <Skeleton width="70%" height={14} />
      <Skeleton width="50%" height={14} />
    </div>
  );
}
