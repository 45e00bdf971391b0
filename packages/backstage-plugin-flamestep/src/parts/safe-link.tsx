import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';

/** A link to an address that came with a report or from a source; plain text where it is no web address. */
export function SafeLink({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  return href !== undefined && isWebAddress(href) ? <Link href={href}>{children}</Link> : children;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}
