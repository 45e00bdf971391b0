import type { Action, ServiceAssessment } from '@flamestep/backstage-plugin-flamestep-common';
import { SafeLink } from '../parts/safe-link.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { effortWords, gainWords } from '../words/effort-words.ts';

/** At most three things to do, and the least work that opens the gate. */
export function NextSection({ assessment: { next, cheapest } }: { readonly assessment: ServiceAssessment }) {
  return (
    <SectionCard title="Next actions">
      {next.length === 0 ? (
        <p>Nothing to do: every gate is open.</p>
      ) : (
        <ol className="fsp-actions">
          {next.map((action, index) => (
            <li key={action.id}>
              <span className="fsp-count" aria-hidden="true">
                {index + 1}
              </span>
              <ActionText action={action} />
              <span className="fsp-s">
                <span className="fsp-label">Effort</span>
                {effortWords(action.effort)}
              </span>
              <span className="fsp-s">
                <span className="fsp-label">Gain</span>
                <b>{gainWords(action)}</b>
              </span>
            </li>
          ))}
        </ol>
      )}
      {cheapest !== undefined && cheapest.actions.length > 0 && (
        <p className="fsp-s fsp-row">
          <b>
            {cheapest.opens ? 'The least work that opens the gate' : 'Work alone does not open the gate; this comes nearest'}:
          </b>{' '}
          {cheapest.actions.map(({ title, effort }) => `${title.en} (${effort})`).join(' · ')}. It brings the score to{' '}
          {Math.floor(cheapest.low * 100)} %.
        </p>
      )}
    </SectionCard>
  );
}

function ActionText({ action: { title, text, docs } }: { readonly action: Action }) {
  return (
    <span>
      <b>{title.en}</b>
      <br />
      <span className="fsp-s fsp-muted">
        {text.en} {docs !== undefined && <SafeLink href={docs}>How</SafeLink>}
      </span>
    </span>
  );
}
