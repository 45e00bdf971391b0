import { defineConfig } from 'vitest/config';

const conditions = ['@flamestep/source', 'node', 'import', 'default'];

export default defineConfig({
  // Workspace packages are tested from their source; nothing has to be built first.
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['node', 'import', 'default'] } },
  test: {
    setupFiles: ['fixtures/generators/property-seed.ts'],
    // A hanging test is to end, a slow machine is not to fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // No test changes what another sees, and a worker for each of many small files costs more than they do.
    isolate: false,
    include: ['packages/*/{src,test}/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}'],
  },
});
