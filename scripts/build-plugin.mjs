/** Run in the folder of a Backstage plugin, after the packages it needs are built: writes `dist/`, declarations with it. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { stdio: 'inherit' });

// Backstage takes the declarations from /dist-types and rolls them into one file for each entry.
run(join(dirname(resolve('typescript/package.json')), 'bin/tsc'), '-p', 'tsconfig.build.json');
run(join(dirname(resolve('@backstage/cli-module-build/package.json')), 'bin/backstage-cli-module-build'), 'package', 'build');

cpSync('../../LICENSE', 'LICENSE');
