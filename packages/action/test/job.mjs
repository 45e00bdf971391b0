/** What a job does with its own artifacts and identity, through the clients that actions use. The argument is a folder to work in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { getIDToken } from '@actions/core';

const folder = process.argv[2];
const result = join(folder, 'result.json');
writeFileSync(result, '{"a":1}');
const client = new DefaultArtifactClient();
const { id } = await client.uploadArtifact('perf', [result], folder);
const refused = await client.uploadArtifact('perf', [result], folder).catch((error) => error.message);
const own = (await client.listArtifacts()).artifacts.map(({ name }) => name);
await client.downloadArtifact(id, { path: join(folder, 'job') });
const [repositoryOwner, repositoryName] = process.env['GITHUB_REPOSITORY'].split('/');
const findBy = {
  token: process.env['GITHUB_TOKEN'],
  workflowRunId: Number(process.env['GITHUB_RUN_ID']),
  repositoryOwner,
  repositoryName,
};
const listedByToken = (await client.listArtifacts({ findBy })).artifacts.map(({ name }) => name);
await client.downloadArtifact(id, { path: join(folder, 'token'), findBy });
const identity = await getIDToken('portal');
const read = (name) => readFileSync(join(folder, name, 'result.json'), 'utf8');
const said = { id, refused, own, listedByToken, identity, downloaded: read('job'), downloadedByToken: read('token') };
writeFileSync(join(folder, 'said.json'), JSON.stringify(said));
