import { Container } from '@backstage/ui';
import type { ReactNode } from 'react';
import { FlamestepArea } from '../theme/flamestep-area.tsx';

/** The frame of a page of its own: what readers of screens jump to. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  return (
    <main>
      <Container>
        <FlamestepArea>{children}</FlamestepArea>
      </Container>
    </main>
  );
}
