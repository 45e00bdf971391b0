import { expect, test } from 'vitest';
import { type SourceAddress, sourceOrigins } from './source-origins.ts';

test.each<[SourceAddress, string[]]>([
  [{ type: 'prometheus', url: 'https://metrics.test/prometheus' }, ['https://metrics.test']],
  [{ type: 'github' }, ['https://api.github.com']],
  [{ type: 'github', url: 'https://github.acme.test/api/v3' }, ['https://github.acme.test']],
  [{ type: 'newrelic' }, ['https://api.newrelic.com']],
  [
    { type: 'google-cloud', urls: { trace: 'https://trace.test/v1' } },
    ['https://logging.googleapis.com', 'https://trace.test', 'https://cloudprofiler.googleapis.com'],
  ],
  [{ type: 'openslo' }, []],
  [{ type: 'loki', url: 'logs' }, []],
])('credentials of %o go to its own origins', (source, origins) => {
  expect(sourceOrigins(source)).toEqual(origins);
});
