import { Card, CardBody, CardHeader } from '@backstage/ui';
import { useId, type ReactNode } from 'react';

/** A card with a heading, and what stands beside it. */
export function SectionCard(props: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="fsp-section">
      <Card>
        <CardHeader>
          <div className="fsp-head">
            <h2 id={id}>{props.title}</h2>
            {props.aside}
          </div>
        </CardHeader>
        <CardBody>{props.children}</CardBody>
      </Card>
    </section>
  );
}
