import type { OptionSpec } from './option-spec.ts';

/**
 * Every option of every command: parsing, `--help` and the README's table are made from it. Names are pprof's with dashes for
 * underscores; the groups `record`, `verdict`, `source`, `maturity` and `file`, `format`, `lenient`, `max-size`, `max-samples`, `open` and `title` are our own.
 */
export const OPTIONS = {
  base: {
    kind: 'list',
    value: 'PROFILE',
    group: 'comparison',
    summary: 'subtract this profile; equal stacks cancel out',
  },
  'diff-base': {
    kind: 'list',
    value: 'PROFILE',
    group: 'comparison',
    summary: 'subtract this profile; percentages are of its total',
  },
  normalize: {
    kind: 'flag',
    default: false,
    group: 'comparison',
    summary: 'scale the profile to the total of the base first',
  },

  head: { kind: 'list', value: 'PROFILE', group: 'verdict', summary: 'a run of the changed program' },
  'sample-type': {
    kind: 'list',
    value: 'NAME',
    group: 'verdict',
    summary: 'compare only this sample type',
  },
  threshold: {
    kind: 'percent',
    value: 'P%',
    group: 'verdict',
    summary: "least change of a function's own cost that counts",
    shownDefault: '10%',
  },
  'least-share': {
    kind: 'percent',
    value: 'P%',
    group: 'verdict',
    summary: 'least change as a share of the whole that counts',
    shownDefault: '0.5%',
  },
  normalization: {
    kind: 'choice',
    choices: ['auto', 'per-operation', 'absolute', 'relative'],
    group: 'verdict',
    summary: 'how runs of unequal length are made comparable',
    shownDefault: 'auto',
  },
  'base-commit': { kind: 'text', value: 'HASH', group: 'verdict', summary: 'commit of the base, for the report' },
  'head-commit': { kind: 'text', value: 'HASH', group: 'verdict', summary: 'commit of the head, for the report and for trends' },
  'changed-files': {
    kind: 'text',
    value: 'FILE',
    group: 'verdict',
    summary: 'list of changed files, or a unified diff (- for standard input): says which findings they touch',
  },
  trees: {
    kind: 'flag',
    default: false,
    group: 'verdict',
    summary: 'put the call trees of both sides into the JSON, for the flame graph of the portal',
  },
  prior: {
    kind: 'text',
    value: 'REPORT',
    group: 'verdict',
    summary: 'earlier report (JSON) whose spread of runs is built upon',
  },
  'fail-on': {
    kind: 'choice',
    choices: ['none', 'regression'],
    group: 'verdict',
    summary: 'exit with 1 where a function got slower',
    shownDefault: 'none',
  },

  'base-ref': {
    kind: 'text',
    value: 'REF',
    group: 'record',
    summary: 'branch, tag or commit to compare with; main, or HEAD for what is not committed',
  },
  runs: { kind: 'integer', value: 'N', group: 'record', summary: 'runs of each side', shownDefault: '10' },
  setup: {
    kind: 'list',
    value: 'COMMAND',
    group: 'record',
    summary: 'command to run once in each tree first, such as a build; words in quotes stay together',
  },
  'output-dir': {
    kind: 'text',
    value: 'FOLDER',
    group: 'record',
    summary: 'where the profiles are kept',
    shownDefault: 'a temporary folder',
  },

  'sample-index': {
    kind: 'text',
    value: 'NAME|N',
    group: 'value',
    summary: 'sample type to report, by name or by number from 0',
    shownDefault: "the profile's own, else the last",
  },
  'inuse-space': { kind: 'shortcut', for: '--sample-index=inuse_space', group: 'value', summary: 'memory in use' },
  'inuse-objects': { kind: 'shortcut', for: '--sample-index=inuse_objects', group: 'value', summary: 'objects in use' },
  'alloc-space': { kind: 'shortcut', for: '--sample-index=alloc_space', group: 'value', summary: 'memory allocated' },
  'alloc-objects': { kind: 'shortcut', for: '--sample-index=alloc_objects', group: 'value', summary: 'objects allocated' },
  'total-delay': { kind: 'shortcut', for: '--sample-index=delay', group: 'value', summary: 'time waited' },
  contentions: { kind: 'shortcut', for: '--sample-index=contentions', group: 'value', summary: 'number of waits' },
  'mean-delay': { kind: 'shortcut', for: '--sample-index=delay --mean', group: 'value', summary: 'time per wait' },
  mean: {
    kind: 'flag',
    default: false,
    group: 'value',
    summary: 'divide each value by the first sample type (the count)',
  },
  'divide-by': { kind: 'number', value: 'N', group: 'value', summary: 'divide every value by N', shownDefault: '1' },
  unit: {
    kind: 'text',
    value: 'UNIT',
    group: 'value',
    summary: 'unit to print in, such as ms or MB; auto picks one for each value',
    shownDefault: 'minimum',
  },

  sort: { kind: 'choice', choices: ['flat', 'cum'], group: 'sort', summary: 'order of the rows', shownDefault: 'flat' },
  flat: { kind: 'shortcut', for: '--sort=flat', group: 'sort', summary: 'largest own value first' },
  cum: { kind: 'shortcut', for: '--sort=cum', group: 'sort', summary: 'largest cumulative value first' },

  focus: { kind: 'text', value: 'PATTERN', group: 'filter', summary: 'keep samples with a frame that matches' },
  ignore: { kind: 'text', value: 'PATTERN', group: 'filter', summary: 'drop samples with a frame that matches' },
  show: { kind: 'text', value: 'PATTERN', group: 'filter', summary: 'keep only the frames that match' },
  hide: { kind: 'text', value: 'PATTERN', group: 'filter', summary: 'leave out the frames that match' },
  'show-from': {
    kind: 'text',
    value: 'PATTERN',
    group: 'filter',
    summary: 'cut stacks above the highest frame that matches',
  },
  'prune-from': {
    kind: 'text',
    value: 'PATTERN',
    group: 'filter',
    summary: 'cut stacks below the frame that matches',
  },
  'all-frames': {
    kind: 'flag',
    default: false,
    group: 'filter',
    summary: 'keep the frames that the profile itself asks to drop',
  },

  tagfocus: {
    kind: 'text',
    value: 'FILTER',
    group: 'tag',
    summary: 'keep samples by tag: a pattern, key=pattern, or a range such as 1kb:4mb',
  },
  tagignore: { kind: 'text', value: 'FILTER', group: 'tag', summary: 'drop samples by tag, written as for --tagfocus' },
  tagshow: { kind: 'text', value: 'PATTERN', group: 'tag', summary: 'keep only the tags whose names match' },
  taghide: { kind: 'text', value: 'PATTERN', group: 'tag', summary: 'leave out the tags whose names match' },
  tagroot: { kind: 'text', value: 'KEY,…', group: 'tag', summary: 'add a frame for each of these tags at the root' },
  tagleaf: { kind: 'text', value: 'KEY,…', group: 'tag', summary: 'add a frame for each of these tags at the leaf' },

  granularity: {
    kind: 'choice',
    choices: ['functions', 'filefunctions', 'files', 'lines', 'addresses'],
    group: 'granularity',
    summary: 'what one row stands for',
    shownDefault: 'functions',
  },
  functions: { kind: 'shortcut', for: '--granularity=functions', group: 'granularity', summary: 'functions by name' },
  filefunctions: {
    kind: 'shortcut',
    for: '--granularity=filefunctions',
    group: 'granularity',
    summary: 'functions by name and file',
  },
  files: { kind: 'shortcut', for: '--granularity=files', group: 'granularity', summary: 'source files' },
  lines: { kind: 'shortcut', for: '--granularity=lines', group: 'granularity', summary: 'source lines' },
  addresses: { kind: 'shortcut', for: '--granularity=addresses', group: 'granularity', summary: 'addresses' },
  noinlines: {
    kind: 'flag',
    default: false,
    aliases: ['no-inlines'],
    group: 'granularity',
    summary: 'count inlined functions as part of their callers',
  },
  showcolumns: {
    kind: 'flag',
    default: false,
    aliases: ['show-columns'],
    group: 'granularity',
    summary: 'show the column beside the source line',
  },
  'trim-path': {
    kind: 'text',
    value: 'PATH',
    group: 'granularity',
    summary: 'cut this from the start of source paths; several are separated by colons',
  },
  'source-path': {
    kind: 'text',
    value: 'PATH',
    group: 'granularity',
    summary: 'where sources lie; source paths are cut behind its last folder',
  },

  nodecount: {
    kind: 'integer',
    value: 'N',
    group: 'trim',
    summary: 'show N nodes at most',
    shownDefault: 'all in top, else 80',
  },
  nodefraction: {
    kind: 'number',
    value: 'F',
    group: 'trim',
    summary: 'leave out nodes below F times the total',
    shownDefault: '0.005',
  },
  edgefraction: {
    kind: 'number',
    value: 'F',
    group: 'trim',
    summary: 'leave out edges below F times the total',
    shownDefault: '0.001',
  },
  trim: { kind: 'flag', default: true, group: 'trim', summary: 'leave out what is small; --no-trim shows everything' },
  'drop-negative': { kind: 'flag', default: false, group: 'trim', summary: 'leave out nodes below zero' },
  'relative-percentages': {
    kind: 'flag',
    default: false,
    group: 'trim',
    summary: 'percentages of what the filters left, not of the whole profile',
  },

  prometheus: {
    kind: 'list',
    value: '[NAME=]URL',
    group: 'source',
    summary: 'Prometheus, or what answers as one does',
  },
  alertmanager: { kind: 'list', value: '[NAME=]URL', group: 'source', summary: 'Alertmanager' },
  calendar: { kind: 'list', value: '[NAME=]URL', group: 'source', summary: 'calendar of who is on call (iCalendar)' },
  github: {
    kind: 'list',
    value: '[NAME=]OWNER/REPO',
    group: 'source',
    summary: 'repository with issues, deployments and pull requests; GITHUB_TOKEN and GITHUB_API_URL are used',
  },
  grafana: { kind: 'list', value: '[NAME=]URL', group: 'source', summary: 'dashboards in Grafana' },
  loki: { kind: 'list', value: '[NAME=]URL', group: 'source', summary: 'logs in Loki' },
  jaeger: { kind: 'list', value: '[NAME=]URL', group: 'source', summary: 'traces in Jaeger' },
  tempo: { kind: 'list', value: '[NAME=]URL', group: 'source', summary: 'traces in Tempo' },
  pyroscope: { kind: 'list', value: '[NAME=]URL', group: 'source', summary: 'profiles in Pyroscope' },
  parca: { kind: 'list', value: '[NAME=]URL', group: 'source', summary: 'profiles in Parca' },
  'google-cloud': {
    kind: 'list',
    value: '[NAME=]PROJECT',
    group: 'source',
    summary: 'logs, traces and profiles of a project, by GOOGLE_OAUTH_ACCESS_TOKEN or application default credentials',
  },
  newrelic: { kind: 'list', value: '[NAME=]ACCOUNT', group: 'source', summary: 'New Relic; NEW_RELIC_API_KEY is used' },
  slo: { kind: 'list', value: 'FILE', group: 'source', summary: 'SLOs of OpenSLO, Sloth or Pyrra' },
  report: { kind: 'list', value: 'REPORT.json', group: 'source', summary: 'report of flamestep from the main branch' },
  'page-severity': {
    kind: 'list',
    value: 'VALUE',
    group: 'source',
    summary: 'value of the label severity of alerts that call somebody; page and critical when left out',
  },
  'page-label': {
    kind: 'list',
    value: 'LABEL=VALUE',
    group: 'source',
    summary: 'label that every page of the service has beside its own, where the route of Alertmanager asks for it',
  },
  tenant: { kind: 'text', value: 'NAME', group: 'source', summary: 'sent as X-Scope-OrgID to what knows tenants' },
  evidence: {
    kind: 'list',
    value: 'FILE',
    group: 'source',
    summary: 'evidence that --save-evidence kept (- for standard input)',
  },
  'save-evidence': { kind: 'text', value: 'FILE', group: 'source', summary: 'keep what was found out, as JSON' },

  explain: {
    kind: 'text',
    value: 'CHECK',
    group: 'maturity',
    summary: 'one check: why it matters, what it asks, what was found, what to do',
  },
  simulate: {
    kind: 'list',
    value: 'CHECK=pass',
    group: 'maturity',
    summary: 'suppose that the check comes out as pass, fail or unknown',
  },
  'fail-under': {
    kind: 'integer',
    value: 'STEP',
    group: 'maturity',
    summary: 'exit with 1 below this step, or where nothing is known',
  },
  model: { kind: 'text', value: 'MODEL.yaml', group: 'maturity', summary: 'a model of your own, or changes to the built-in one' },
  lang: { kind: 'choice', choices: ['en', 'ja'], group: 'maturity', summary: 'language', shownDefault: 'en' },

  name: {
    kind: 'text',
    value: 'NAME',
    group: 'file',
    summary: 'name of the service',
    shownDefault: 'of package.json, go.mod, or the git remote',
  },
  kind: {
    kind: 'choice',
    choices: ['backend', 'web', 'mobile', 'batch', 'library'],
    group: 'file',
    summary: 'what it is',
    shownDefault: 'backend',
  },
  force: { kind: 'flag', default: false, group: 'file', summary: 'replace a file that is there' },

  lenient: {
    kind: 'flag',
    default: false,
    group: 'input',
    summary: 'repair broken profiles where possible and say what was repaired',
  },
  'max-size': {
    kind: 'size',
    value: 'SIZE',
    group: 'input',
    summary: 'refuse profiles above this size when decompressed, such as 2GB',
    shownDefault: '512MB',
  },
  'max-samples': {
    kind: 'integer',
    value: 'N',
    group: 'input',
    summary: 'refuse profiles with more samples',
    shownDefault: '20000000',
  },
  seconds: {
    kind: 'integer',
    value: 'N',
    group: 'input',
    summary: 'how long the pprof endpoint behind an http URL is to record',
    shownDefault: "the server's own",
  },
  timeout: {
    kind: 'number',
    value: 'N',
    group: 'input',
    summary: 'seconds that a server may take to answer',
    shownDefault: '60, or 1.5 times --seconds',
  },
  'add-comment': { kind: 'list', value: 'TEXT', group: 'input', summary: 'add a comment to the profile' },
  symbolize: {
    kind: 'text',
    value: 'none',
    group: 'input',
    summary: 'keep the names of C++ and Rust in full, which pprof shortens; symbols are never looked up',
  },

  format: {
    kind: 'choice',
    choices: ['text', 'json', 'markdown', 'html'],
    group: 'output',
    summary: 'form of the result',
    shownDefault: 'text',
  },
  'compact-labels': {
    kind: 'flag',
    default: false,
    group: 'output',
    summary: 'leave out the header lines about the profile (top, tree and peek)',
  },
  output: {
    kind: 'text',
    value: 'FILE',
    aliases: ['o'],
    group: 'output',
    summary: 'write to FILE instead of standard output',
  },

  open: { kind: 'flag', default: true, group: 'page', summary: 'open the page in a browser; --no-open only writes it' },
  title: { kind: 'text', value: 'TEXT', group: 'page', summary: 'title of the page', shownDefault: 'names of the files' },
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof OPTIONS;

type ValueOf<Spec extends OptionSpec> = Spec extends { kind: 'flag' }
  ? boolean
  : Spec extends { kind: 'list' }
    ? readonly string[]
    : Spec extends { kind: 'integer' | 'number' | 'percent' | 'size' }
      ? number | undefined
      : Spec extends { kind: 'choice'; choices: readonly (infer Choice)[] }
        ? Choice | undefined
        : string | undefined;

/** Options that hold a value; shortcuts have been resolved into them. */
export type ValueOptionName = {
  [Name in OptionName]: (typeof OPTIONS)[Name] extends { kind: 'shortcut' } ? never : Name;
}[OptionName];

/** What the command line said, with flags at their defaults and everything else `undefined` (lists: empty) where it was silent. */
export type OptionValues = { readonly [Name in ValueOptionName]: ValueOf<(typeof OPTIONS)[Name]> };
