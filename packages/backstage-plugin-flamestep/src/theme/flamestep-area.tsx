import { useInsertionEffect, type ReactNode } from 'react';
import { flamestepStyles } from './flamestep-styles.ts';

const ID = 'flamestep-styles';

/** What is inside has flamestep's colours and measures. */
export function FlamestepArea({ children }: { readonly children: ReactNode }) {
  useInsertionEffect(() => {
    if (document.getElementById(ID) !== null) return;
    const style = document.createElement('style');
    style.id = ID;
    style.textContent = flamestepStyles;
    document.head.append(style);
  }, []);
  return <div className="fsp">{children}</div>;
}
