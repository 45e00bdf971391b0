import { join } from 'node:path';

/*
 * Each package manager: `from`, the package that it is fetched from; `files(tarballs)`, what the project needs of it beside
 * package.json; `packageJson(tarballs)`, what that needs; `install`, `run` and `node`, arguments that install, and that come before a
 * command of the project and before a script for Node; `environment(registry, scratch)`, which tells it the registry and keeps what it caches in the folder `scratch`.
 * `tarballs` is a map from the packages of the workspace to `file:` addresses.
 */
export const PACKAGE_MANAGERS = [
  {
    name: 'pnpm',
    from: { name: 'pnpm', version: '10.34.8' },
    packageJson: () => ({}),
    files: (tarballs) => ({ 'pnpm-workspace.yaml': `overrides: ${JSON.stringify(tarballs)}\n` }),
    install: ['install', '--ignore-scripts', '--silent'],
    run: ['exec'],
    node: ['exec', 'node'],
    environment: (registry, scratch) => ({
      npm_config_registry: registry,
      npm_config_store_dir: join(scratch, 'store'),
      npm_config_cache_dir: join(scratch, 'cache'),
    }),
  },
  {
    name: 'Yarn classic',
    from: { name: 'yarn', version: '1.22.22' },
    packageJson: (tarballs) => ({ resolutions: tarballs }),
    files: () => ({}),
    install: ['install', '--ignore-scripts', '--silent', '--non-interactive'],
    run: ['--silent', 'run'],
    node: ['--silent', 'node'],
    environment: (registry, scratch) => ({ YARN_REGISTRY: registry, YARN_CACHE_FOLDER: join(scratch, 'cache') }),
  },
  yarn('node-modules'),
  // It refuses each import of what a package does not name among its dependencies.
  yarn('pnp'),
];

function yarn(linker) {
  return {
    name: `Yarn with ${linker}`,
    from: { name: '@yarnpkg/cli-dist', version: '4.18.1' },
    packageJson: (tarballs) => ({ resolutions: tarballs }),
    files: () => ({ 'yarn.lock': '', '.yarnrc.yml': `nodeLinker: ${linker}\n` }),
    install: ['install'],
    run: ['run'],
    node: ['node'],
    environment: (registry, scratch) => ({
      YARN_NPM_REGISTRY_SERVER: registry.replace(/\/$/, ''),
      YARN_GLOBAL_FOLDER: join(scratch, 'global'),
      YARN_ENABLE_TELEMETRY: '0',
      YARN_ENABLE_SCRIPTS: '0',
      YARN_ENABLE_IMMUTABLE_INSTALLS: '0',
    }),
  };
}
