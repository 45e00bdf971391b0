import { Button } from '@backstage/ui';
import type { RequestFailure } from '../api/flamestep-request-error.ts';
import { MarkShape } from './mark.tsx';

interface FailureNoteProps {
  readonly failure: RequestFailure;
  readonly what: string;
  /** What to know where there is none. */
  readonly absent?: string;
  readonly retry: () => void;
}

/** Why there is nothing to see. None of it reads as good news. */
export function FailureNote({ absent = 'A new entity is seen within minutes.', ...props }: FailureNoteProps) {
  if (props.failure === 'not-allowed') {
    return (
      <p className="fsp-failure">
        <MarkShape name="denied" size={16} />
        <span>You may not read the {props.what}. Ask the owner of this service or of the portal for it.</span>
      </p>
    );
  }
  if (props.failure === 'not-found') {
    return (
      <p className="fsp-failure">
        <MarkShape name="unknown" size={16} />
        <span>
          Nothing is known of the {props.what}. {absent}
        </span>
      </p>
    );
  }
  return (
    <div role="alert">
      <p className="fsp-failure">
        <MarkShape name="unknown" size={16} />
        <span>
          {props.failure === 'signed-out'
            ? `You are not signed in any more, so the ${props.what} is not shown. Sign in again.`
            : `The backend does not answer, so the ${props.what} is not known.`}
        </span>
      </p>
      <Button variant="secondary" onPress={props.retry}>
        Try again
      </Button>
    </div>
  );
}
