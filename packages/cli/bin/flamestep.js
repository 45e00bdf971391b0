#!/usr/bin/env node
import module from 'node:module';

// Keeps compiled code between runs (Node 22.8 and newer), which shortens the start.
module.enableCompileCache?.();
await import('../dist/main.js');
