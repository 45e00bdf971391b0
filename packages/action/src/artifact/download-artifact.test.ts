import { getOctokit } from '@actions/github';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadDescription } from '../../../../fixtures/fake-github/contract/load-description.ts';
import { createFakeGitHub, type FakeGitHub } from '../../../../fixtures/fake-github/create-fake-github.ts';
import { downloadArtifact, type StoredArtifact } from './download-artifact.ts';
import { ZIP_LIMITS } from './read-zip.ts';

const loaded = loadDescription();
if (loaded.description === undefined) console.warn(`skipped: ${loaded.reason}`);

describe.skipIf(loaded.description === undefined)('an artifact', () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await createFakeGitHub({ description: loaded.description! });
  });
  afterEach(() => github.close());

  async function download(content: Uint8Array, listed: Partial<StoredArtifact> = {}, before = () => {}) {
    const { state } = github;
    const repository = state.addRepository({ owner: 'acme', name: 'shop' });
    const { sha } = state.addCommit({ repository, branch: 'main' });
    const token = state.issueToken({ repository, permissions: { actions: 'read' } });
    const { id, digest } = state.addArtifact({
      run: state.addRun({ repository, headSha: sha, headBranch: 'main' }),
      name: 'flamestep',
      content,
    });
    const client = getOctokit(token.value, { baseUrl: github.url, log: { debug() {}, info() {}, warn() {}, error() {} } });
    before();
    const artifact = { id, digest, size_in_bytes: content.length, ...listed };
    return downloadArtifact(client, { owner: 'acme', repo: 'shop' }, artifact, (name) => name === 'result.json');
  }

  const zip = zipSync({ 'result.json': strToU8('{}') });

  // The storage answers with 400 where the token comes along.
  test('is fetched from the storage without the token, and checked against its digest', async () => {
    expect([...(await download(zip)).keys()]).toEqual(['result.json']);
    expect(github.requests.map(({ status }) => status)).toEqual([302, 200]);
    expect(github.contractViolations).toEqual([]);
  });

  test('without a digest, as older ones are, is read', async () => {
    expect([...(await download(zip, { digest: null })).keys()]).toEqual(['result.json']);
  });

  test('that is another than the one that was uploaded is refused', async () => {
    await expect(download(zip, { digest: `sha256:${'0'.repeat(64)}` })).rejects.toThrow('its digest differs');
  });

  test('that is too large is not asked for', async () => {
    await expect(download(zip, { size_in_bytes: ZIP_LIMITS.zipBytes + 1 })).rejects.toThrow('at most');
    expect(github.requests).toEqual([]);
  });

  test('that stops half way is an error', async () => {
    const cut = () => github.faults.next({ kind: 'half-answer', path: '/blobs/' });
    await expect(download(zip, { digest: null }, cut)).rejects.toThrow();
  });
});
