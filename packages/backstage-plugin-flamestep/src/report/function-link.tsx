import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

interface FunctionLinkProps {
  readonly sampleType: string;
  readonly name: string;
  readonly children: ReactNode;
}

/** Opens the flame graph of the page at a function. The address then leads there too, and can be sent to somebody. */
export function FunctionLink({ sampleType, name, children }: FunctionLinkProps) {
  const query = new URLSearchParams({ type: sampleType, at: name });
  return (
    <Link className="fsp-function" to={{ search: `?${query}` }} replace preventScrollReset>
      {children}
    </Link>
  );
}
