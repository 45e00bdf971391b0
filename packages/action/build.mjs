/**
 * Bundles the action with everything it uses into dist/, as the runner starts it: one file for each of its three entries, and what
 * they share in chunks beside them, some of which only some runs load.
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { bundledLicences } from '../../scripts/bundled-licences.mjs';

// The release puts this folder on a tag, where the licence belongs beside what it covers.
copyFileSync(new URL('../../LICENSE', import.meta.url), 'LICENSE');

const bundle = await rolldown({
  input: { main: 'src/main.ts', comment: 'src/comment.ts', merge: 'src/merge.ts' },
  platform: 'node',
  resolve: {
    conditionNames: ['@flamestep/source', 'node', 'import', 'default'],
    // What the toolkit unpacks downloads and looks for files with, of which this action does neither: it names the files it uploads.
    alias: { 'unzip-stream': false, glob: false, 'readdir-glob': false },
  },
  onLog(level, log, report) {
    // Third-party code is as its authors left it.
    if (level === 'warn' && !/node_modules/.test(log.id ?? log.message)) throw new Error(log.message);
    if (level !== 'warn') report(level, log);
  },
});
const { output } = await bundle.write({
  dir: 'dist',
  cleanDir: true,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // The runner fetches it for every job.
  minify: true,
  comments: { legal: false },
});
await bundle.close();
writeFileSync('dist/package.json', '{ "type": "module" }\n');
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', bundledLicences(output.flatMap((chunk) => chunk.moduleIds ?? [])));
