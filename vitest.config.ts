import { defineConfig } from 'vitest/config';

const FRONTEND = 'packages/{app,backstage-plugin-flamestep}';
const BACKEND = 'packages/{backend,backstage-plugin-flamestep-*}';
const tests = (folders: string) => `${folders}/{src,test}/**/*.test.{ts,tsx}`;
const setUp = 'fixtures/generators/property-seed.ts';

export default defineConfig({
  test: {
    // A hanging test is to end, a slow machine is not to fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // No test changes what another sees, and a worker for each of many small files costs more than they do.
    isolate: false,
    projects: [
      {
        extends: true,
        ...resolvedBy('node', 'import', 'default'),
        test: {
          name: 'packages',
          setupFiles: [setUp],
          include: ['packages/*/{src,test}/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}'],
          exclude: ['**/node_modules/**', tests(FRONTEND), tests(BACKEND)],
        },
      },
      {
        extends: true,
        // A backend of Backstage is CommonJS, and so is what it loads.
        ...resolvedBy('node', 'require', 'default'),
        test: {
          name: 'backend',
          // Backstage's own test tools need them.
          globals: true,
          globalSetup: ['packages/backstage-plugin-flamestep-backend/test/set-up-postgres.ts'],
          setupFiles: [setUp],
          include: [tests(BACKEND)],
        },
      },
      {
        extends: true,
        ...resolvedBy('module', 'browser', 'import', 'default'),
        test: {
          name: 'frontend',
          environment: 'jsdom',
          globals: true,
          // What one test leaves on the page must not be found by the next.
          isolate: true,
          setupFiles: [setUp, 'packages/backstage-plugin-flamestep/test/set-up.ts'],
          include: [tests(FRONTEND)],
          // They are published as ES modules that Node does not take for such.
          server: { deps: { inline: [/@backstage\//, /@material-ui\//, /@mui\//, /material-ui-popup-state/] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'portal',
          globalSetup: ['packages/app/e2e-tests/set-up-portal.ts'],
          include: ['packages/app/e2e-tests/**/*.test.ts'],
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});

/** Workspace packages are tested from their source; nothing has to be built first. */
function resolvedBy(...conditions: string[]) {
  const all = ['@flamestep/source', ...conditions];
  return { resolve: { conditions: all }, ssr: { resolve: { conditions: all, externalConditions: conditions } } };
}
