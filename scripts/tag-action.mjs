/**
 * The last step of a release: puts the action with its bundle on a tag of its version, such as v1.2.3, and moves v1 and v1.2 there.
 * Says what it would do; `--push` does it, with the token in GITHUB_TOKEN where there is one.
 */
import { fileURLToPath } from 'node:url';
import { captureNpm } from './published-packages/capture.mjs';
import { tagAction } from './release/tag-action.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { GITHUB_TOKEN: token, ...env } = process.env;
try {
  const done = await tagAction({
    root,
    build: () => captureNpm(['run', 'build', '--workspace', '@flamestep/action'], { cwd: root, env }),
    push: process.argv.includes('--push'),
    env: { ...env, ...(token ? authorization(token) : {}) },
  });
  process.stdout.write(`${done.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** In the environment of git, because other processes see its arguments. */
function authorization(token) {
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.https://github.com/.extraheader',
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
  };
}
