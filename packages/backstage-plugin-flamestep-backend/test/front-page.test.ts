import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestBackend } from '@backstage/backend-test-utils';
import request from 'supertest';
import { expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

test('the line of the front page adds the plugin to a backend', async () => {
  expect(page).toContain("\nbackend.add(import('@flamestep/backstage-plugin-flamestep-backend'));\n");
  const { server } = await startTestBackend({ features: [import('@flamestep/backstage-plugin-flamestep-backend')] });
  const answer = await request(server).get('/api/flamestep/v1/services');
  expect([answer.status, answer.body.items]).toEqual([200, []]);
});
