/**
 * Bundles the command line with everything it uses into dist/. A short run is mostly loading code, hence its shape: each command is
 * a chunk of its own, loaded when it is called; what they share is one chunk, because every file costs; and the format is CommonJS,
 * which Node loads faster than ES modules (it need not list what its own modules export).
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { bundledLicences } from '../../scripts/bundled-licences.mjs';

// npm publishes a licence only from the package's own folder.
copyFileSync(new URL('../../LICENSE', import.meta.url), 'LICENSE');

const bundle = await rolldown({
  input: 'src/main.ts',
  preserveEntrySignatures: false,
  platform: 'node',
  resolve: { conditionNames: ['@flamestep/source', 'node', 'import', 'default'] },
  onLog(level, log, report) {
    if (level === 'warn') throw new Error(log.message);
    report(level, log);
  },
});
const { output } = await bundle.write({
  dir: 'dist',
  cleanDir: true,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  codeSplitting: {
    // A package's index imports everything in it, and would bring all of that along.
    includeDependenciesRecursively: false,
    groups: [
      { name: 'shell', test: isShell, priority: 2 },
      { name: 'core', test: isShared, priority: 1 },
      { name: 're2', test: /node_modules.re2js/ },
    ],
  },
  // Comments and white space are half of what there is to load; names stay, for whoever reads a stack trace. The licences of
  // everything inside are written to a file of their own.
  minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
  comments: { legal: false },
});
await bundle.close();
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', bundledLicences(output.flatMap((chunk) => chunk.moduleIds ?? [])));

/** Whether a module is wanted before the command is known. */
function isShell(id) {
  return /record.src.files|cli.src.(arguments|commands.command-|cli-error|environment-switch|run\.|shell|node.(node-io|time-zone|whole))/.test(
    id,
  );
}

/** Whether a module is wanted by nearly every command. */
function isShared(id) {
  if (/packages.pprof.src|node_modules.(protobufjs|long)|collect.src.(is-profile-url|shown-url)/.test(id)) return true;
  return /cli.src.(option-names|read-(?!operations)|write-result|operand-sources|patterns|limits|progress|is-program|describe-system|commands.report-)/.test(
    id,
  );
}
