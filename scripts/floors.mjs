/**
 * The house: every package, its floor and what it may touch. Packages import from floors below their own only. This table is what
 * check-dependency-direction.mjs enforces.
 *
 * - `folder`: under packages/
 * - `owns`: what it is for, in the words of the README's table
 * - `node`: files under src/ that may use Node's built-in modules and globals; absent means all of them
 * - `packages`: the only packages from outside that its source may import; absent means any but `never`
 * - `never`: packages that its source must not import, as names or as `scope/*`
 * - `typesOnly`: packages of which it may import types and nothing else
 * - `without`: groups of FORBIDDEN_GLOBALS that its source must not use
 * - `beside`: packages of its own floor that it may import: those that make up one thing with it
 */
export const FLOORS = [
  {
    folder: 'pprof',
    name: '@flamestep/pprof',
    floor: 0,
    owns: 'the profile format and everything go tool pprof does with numbers',
    node: ['inflate.node.ts'],
    packages: ['pako', 'protobufjs'],
    without: ['clock', 'randomness', 'network', 'DOM'],
  },
  {
    folder: 'maturity',
    name: '@flamestep/maturity',
    floor: 0,
    owns: 'the maturity model, its evidence, scoring and next actions',
    node: [],
    without: ['clock', 'randomness', 'network', 'DOM'],
  },
  {
    folder: 'diff',
    name: '@flamestep/diff',
    floor: 1,
    owns: 'the judgement: base against head, over several runs',
    node: [],
    without: ['clock', 'randomness', 'network', 'DOM'],
  },
  {
    folder: 'flamegraph',
    name: '@flamestep/flamegraph',
    floor: 1,
    owns: 'layout and drawing of a stack tree, base and head on one box',
    node: [],
    never: ['react', 'react-dom', '@flamestep/pprof', '@flamestep/maturity'],
    without: ['clock', 'randomness', 'network'],
  },
  {
    folder: 'report',
    name: '@flamestep/report',
    floor: 2,
    owns: 'the versioned report and its renderers',
    node: [],
    never: ['react', 'react-dom', 'octokit', '@octokit/*', '@actions/*'],
    without: ['clock', 'randomness', 'network', 'DOM'],
  },
  {
    folder: 'record',
    name: '@flamestep/record',
    floor: 3,
    owns: 'recording of runs, base and head alternating',
    never: ['@actions/*', '@backstage/*'],
    without: ['network'],
  },
  {
    folder: 'collect',
    name: '@flamestep/collect',
    floor: 3,
    owns: 'everything read over the network',
    never: ['@backstage/*'],
  },
  {
    folder: 'backstage-plugin-flamestep-common',
    name: '@flamestep/backstage-plugin-flamestep-common',
    floor: 3,
    owns: 'wire types, permissions and annotations of the portal',
    node: [],
    never: ['react', 'react-dom', '@backstage/backend-*'],
  },
  {
    folder: 'cli',
    name: 'flamestep',
    floor: 4,
    owns: 'the command line: arguments, files, exit codes',
    never: ['@actions/*', '@backstage/*'],
  },
  {
    folder: 'action',
    name: '@flamestep/action',
    floor: 4,
    owns: 'the GitHub Action',
    never: ['flamestep', '@backstage/*'],
  },
  {
    folder: 'backstage-plugin-flamestep-node',
    name: '@flamestep/backstage-plugin-flamestep-node',
    floor: 4,
    owns: 'extension points of the portal, for collectors of others',
    never: ['react', 'react-dom'],
  },
  {
    folder: 'backstage-plugin-flamestep-backend',
    name: '@flamestep/backstage-plugin-flamestep-backend',
    floor: 4,
    owns: 'the portal: ingest, store, scheduler, router',
    never: ['react', 'react-dom'],
    beside: ['@flamestep/backstage-plugin-flamestep-node'],
  },
  {
    folder: 'backstage-plugin-flamestep-backend-module-github-oidc',
    name: '@flamestep/backstage-plugin-flamestep-backend-module-github-oidc',
    floor: 4,
    owns: 'the portal: who a GitHub workflow is',
    never: ['react', 'react-dom'],
  },
  {
    folder: 'backstage-plugin-flamestep',
    name: '@flamestep/backstage-plugin-flamestep',
    floor: 4,
    owns: 'the portal: cards, tabs and pages',
    node: [],
    typesOnly: ['@flamestep/pprof', '@flamestep/maturity', '@flamestep/diff', '@flamestep/report'],
  },
  { folder: 'app', name: 'app', floor: 5, owns: 'the example portal in the browser' },
  { folder: 'backend', name: 'backend', floor: 5, owns: 'the example portal on the server', beside: ['app'] },
];

/** Names of globals, and of members written `Object.member`, by what they bring in. */
export const FORBIDDEN_GLOBALS = {
  clock: ['Date.now', 'new Date()', 'Date()', 'performance', 'Temporal.Now'],
  randomness: ['Math.random', 'crypto'],
  network: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator'],
  DOM: ['document', 'window', 'localStorage', 'sessionStorage', 'HTMLElement'],
};

/** Globals of Node alone, which a package that also runs in browsers must not use. */
export const NODE_GLOBALS = ['process', 'Buffer', 'global', '__dirname', '__filename', 'setImmediate'];
