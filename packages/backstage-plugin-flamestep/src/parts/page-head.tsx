import type { ReactNode } from 'react';

/** What stands on top of a page, with its value. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** The title of a page, which may be long, and the facts about it. */
export function PageHead({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  return (
    <header className="fsp-page-head">
      <h1>{title}</h1>
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
