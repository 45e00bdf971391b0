import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { reportRouteRef } from '../routes/route-refs.ts';
import { useMountedRoute } from '../routes/use-mounted-route.ts';

/** A link to the page of a report; plain text where the app has no such page. */
export function ReportLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const path = useMountedRoute(reportRouteRef);
  return path === undefined ? children : <Link href={path({ id })}>{children}</Link>;
}
