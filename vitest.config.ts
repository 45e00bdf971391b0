import { defineConfig } from 'vitest/config';

const conditions = ['@flamestep/source', 'node', 'import', 'default'];

export default defineConfig({
  // Workspace packages are tested from their source; nothing has to be built first.
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['node', 'import', 'default'] } },
  test: {
    include: ['packages/*/{src,test}/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}'],
  },
});
