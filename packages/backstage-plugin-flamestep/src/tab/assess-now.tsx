import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { flamestepServiceAssessPermission } from '@flamestep/backstage-plugin-flamestep-common';
import { useRef, useState } from 'react';
import { createFlamestepClient } from '../api/flamestep-client.ts';
import { isFlamestepRequestError } from '../api/flamestep-request-error.ts';

type State = 'idle' | 'running' | 'done' | 'refused' | 'failed';

const WORDS: Readonly<Record<State, string>> = {
  idle: '',
  running: 'Asking all sources. This can take a minute.',
  done: 'Assessed just now.',
  refused: 'You may not have this service assessed. What is shown is from before.',
  failed: 'The assessment could not be made. What is shown is from before.',
};

interface AssessNowProps {
  readonly entityRef: string;
  /** When the service has been assessed. */
  readonly onAssessed: () => void;
}

/** Has the service assessed now, for those who may. */
export function AssessNow({ entityRef, onAssessed }: AssessNowProps) {
  const { fetch } = useApi(fetchApiRef);
  const { allowed } = usePermission({ permission: flamestepServiceAssessPermission });
  const [state, setState] = useState<State>('idle');
  const isAsked = useRef(false);
  if (!allowed) return null;

  const assess = async () => {
    if (isAsked.current) return;
    isAsked.current = true;
    setState('running');
    try {
      await createFlamestepClient(fetch).assess(entityRef);
      setState('done');
      onAssessed();
    } catch (error) {
      setState(isFlamestepRequestError(error) && error.code === 'not-allowed' ? 'refused' : 'failed');
    } finally {
      isAsked.current = false;
    }
  };
  const isBad = state === 'failed' || state === 'refused';
  return (
    <div className="fsp-assess">
      <span className="fsp-s fsp-muted" role={isBad ? 'alert' : 'status'}>
        {WORDS[state]}
      </span>
      <Button variant="secondary" size="small" isPending={state === 'running'} onPress={assess}>
        {isBad ? 'Try again' : 'Assess now'}
      </Button>
    </div>
  );
}
