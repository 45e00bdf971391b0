#!/usr/bin/env node
'use strict';
try {
  require('../dist/main.cjs');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write('flamestep: not built yet; in a checkout run `npm run build` first\n');
  process.exitCode = 2;
}
