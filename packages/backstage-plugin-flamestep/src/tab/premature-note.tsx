import type { ServiceAssessment } from '@flamestep/backstage-plugin-flamestep-common';
import { MarkShape } from '../parts/mark.tsx';

/** Practices begun before what they need, with what comes first. They are shown and not counted. */
export function PrematureNote({ assessment: { premature } }: { readonly assessment: ServiceAssessment }) {
  const warned = premature.filter(({ severity }) => severity !== 'info');
  const unsure = premature.length - warned.length;
  if (premature.length === 0) return null;
  return (
    <section className="fsp-note fsp-warn" aria-label="Too early">
      <ul>
        {warned.map(({ check, severity, title, firstTitles, banked }) => (
          <li key={check}>
            <b>
              <span className="fsp-mark-premature">
                <MarkShape name="premature" /> Too early:
              </span>{' '}
              {title.en}
            </b>
            <br />
            First: {firstTitles.map(({ en }) => `“${en}”`).join(', or ')}.{' '}
            {severity === 'danger' ? 'It can harm users. Pause it. ' : ''}
            It costs no points{banked > 0 && ', and what it earned counts as soon as that passes'}.
          </li>
        ))}
        {unsure > 0 && (
          <li className="fsp-s">
            Of {unsure} more {unsure === 1 ? 'practice' : 'practices'} it is not known yet whether{' '}
            {unsure === 1 ? 'it is' : 'they are'} too early.
          </li>
        )}
      </ul>
    </section>
  );
}
