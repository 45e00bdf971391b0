import { keepCompiledCode } from './node/compile-cache.ts';

// Before anything else is loaded, so that it counts for everything else.
keepCompiledCode();
void import('./shell.ts');
