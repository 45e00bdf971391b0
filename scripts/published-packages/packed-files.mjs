const NAME = '[a-z0-9]+(-[a-z0-9]+)*';
const FOLDERS = `(${NAME}/)*`;
const EVERYWHERE = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'].map((file) => file.replace('.', '\\.'));
const LIBRARY = [
  String.raw`dist/(cjs|esm)/${FOLDERS}${NAME}(\.browser|\.node)?\.d\.ts(\.map)?`,
  String.raw`dist/(cjs|esm)/(index|script|shared-[\w-]{8})(\.browser)?\.js(\.map)?`,
  String.raw`dist/cjs/package\.json`,
  String.raw`src/${FOLDERS}${NAME}(\.browser|\.node)?\.ts`,
];
const plugin = (kinds) => [
  String.raw`dist/${FOLDERS}(${NAME}|[A-Z][A-Za-z]*)\.(${kinds})\.js(\.map)?`,
  String.raw`dist/(index|alpha)\.d\.ts`,
];

// The schema is made of the types when it is packed.
const CONFIGURED = [String.raw`config\.d\.ts`, String.raw`config\.schema\.json`];

/** What each package may hold, beside what all of them do. */
const ALLOWED = {
  '@flamestep/pprof': LIBRARY,
  '@flamestep/flamegraph': LIBRARY,
  '@flamestep/diff': LIBRARY,
  '@flamestep/record': LIBRARY,
  '@flamestep/report': [...LIBRARY, String.raw`schema\.json`],
  '@flamestep/maturity': [...LIBRARY, String.raw`schema/(model|service)\.schema\.json`],
  '@flamestep/collect': LIBRARY,
  flamestep: [String.raw`bin/flamestep\.cjs`, String.raw`dist/[\w-]+\.cjs`, String.raw`dist/THIRD-PARTY-LICENSES\.txt`],
  '@flamestep/backstage-plugin-flamestep': plugin('esm'),
  '@flamestep/backstage-plugin-flamestep-common': plugin('cjs|esm'),
  '@flamestep/backstage-plugin-flamestep-node': plugin('cjs'),
  '@flamestep/backstage-plugin-flamestep-backend': [
    ...plugin('cjs'),
    ...CONFIGURED,
    String.raw`migrations/\d{8}_${NAME}\.js`,
    String.raw`openapi\.yaml`,
  ],
  '@flamestep/backstage-plugin-flamestep-backend-module-github-oidc': [...plugin('cjs'), ...CONFIGURED],
};

/** The packed files of a package that it may not hold. A package that is not listed here may hold nothing. */
export function unexpectedFiles(name, files) {
  const allowed = new RegExp(`^(${[...EVERYWHERE, ...(ALLOWED[name] ?? ['(?!)'])].join('|')})$`);
  return files.filter((path) => !allowed.test(path) || ALLOWED[name] === undefined);
}
