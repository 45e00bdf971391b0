import { REPORT_LIMITS as limits } from './report-limits.ts';
import { count, either, exactly, list, nothing, number, record, text, word } from '../schema/schema-words.ts';

/** Costs keep their sign and their fraction; this far they stay exact to the unit. */
const LARGEST = 1e18;

const name = text(limits.name);
const line = count(1e9);
const cost = number(-LARGEST, LARGEST);
const share = number(-1e9, 1e9);
const factor = number(0, LARGEST);
/** Nothing that ends a URL in HTML or markdown, no user and password. */
const url = text(limits.url, '^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%!$&*+,;=:@/?#-]*)?$');
const commit = text(64, '^[0-9a-f]{7,64}$');
const time = text(30, '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$');
const repository = text(140, '^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$');
const label = text(limits.label);
const sentence = text(limits.sentence);

const words = ['slower', 'faster', 'new', 'gone', 'moved', 'unchanged', 'inconclusive'] as const;
const verdict = word(
  ...words,
  'indicative slower',
  'indicative faster',
  'indicative new',
  'indicative gone',
  'indicative moved',
  'indicative unchanged',
  'indicative inconclusive',
);

const sides = record({ base: factor, head: factor });
const change = { base: cost, head: cost, change: cost, low: cost, high: cost };
const shareChange = record({ base: share, head: share, change: share, low: share, high: share });
const movedFunctions = list(record({ name, file: name }), 20);

const row = {
  name,
  file: name,
  startLine: line,
  verdict,
  ...change,
  share: shareChange,
  samples: sides,
  total: record(change),
};
const leastChanges = { relative: number(0, 1e6), share: number(0, 1) };
const tested = { p: number(0, 1), thresholds: record(leastChanges) };
const explained = {
  hotLine: line,
  moved: record({ kind: word('renamed', 'inlined', 'split', 'moved-file', 'shifted'), from: movedFunctions, to: movedFunctions }),
  path: list(record({ name, file: name, line, base: cost, head: cost }), limits.pathSteps),
  touched: list(record({ file: name, line, name, role: word('itself', 'caller') }), limits.touches),
};
const reportFunction = record(row, tested);
const finding = record(row, { ...tested, ...explained });
const acknowledgement = record({ reason: sentence }, { until: text(10, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') });
const acknowledgedFinding = record({ ...row, acknowledged: acknowledgement }, { ...tested, ...explained });

const factors = list(factor, limits.runs);
const reason = sentence;
const normalization = either(
  record({ kind: exactly('per-operation'), operations: sides, reason }),
  record({ kind: exactly('absolute'), reason }),
  record({ kind: exactly('relative'), sizeFactors: record({ base: factors, head: factors }), reason }),
);

const sampleType = record({ type: text(100), unit: text(100) });

const profile = record(
  {
    sampleType,
    verdict,
    method: word('exact', 'moderated-t', 'indicative'),
    runs: sides,
    samples: sides,
    normalization,
    whole: record({ ...change, verdict }),
    thresholds: record({ ...leastChanges, level: number(0, 1), visible: number(0, 1) }),
    noiseFloor: number(0, 1e6),
    smallestDetectable: number(0, 1),
    counts: record({
      slower: count(),
      faster: count(),
      new: count(),
      gone: count(),
      moved: count(),
      unchanged: count(),
      inconclusive: count(),
    }),
    functions: list(reportFunction, limits.rows),
    findings: list(finding, limits.rows),
    indications: list(finding, limits.rows),
    omitted: record({ functions: count(), findings: count(), indications: count() }, { acknowledged: count() }),
  },
  {
    runsNeeded: count(1e9),
    acknowledged: list(acknowledgedFinding, limits.rows),
    prior: record({ dispersion: factor, degreesOfFreedom: either(factor, nothing), comparisons: factor }),
  },
);

const machine = record({}, { os: label, arch: label, cpu: label, cores: count(1e6), runner: label, runtime: label });
const run = record({ id: text(40, '^[0-9A-Za-z._-]+$') }, { attempt: count(1e6), url });
const revision = record({}, { commit, label, pullRequest: count(1e9), title: label });

const indices = list(count(1e9, -2), limits.treeNodes);
const costs = list(cost, limits.treeNodes);
const functionCosts = list(cost, limits.treeNames);
const tree = record(
  {
    sampleType,
    names: list(text(limits.treeName), limits.treeNames),
    nodes: record({ parent: indices, name: indices, head: costs, base: costs }),
  },
  {
    whole: record({ head: cost }, { base: cost }),
    pruned: record({ minFraction: number(0, 1), boxes: count() }),
    functions: record(
      { name: list(count(1e9), limits.treeNames), ownHead: functionCosts, totalHead: functionCosts },
      { ownBase: functionCosts, totalBase: functionCosts },
    ),
  },
);

/** The fields of a report, with the types that they let pass. */
export const reportFields = record(
  {
    schemaVersion: { type: 'integer', const: 1 },
    subject: record(
      { name: label, key: text(100, '^[a-z0-9]+([._/-][a-z0-9]+)*$'), head: revision },
      { profile: label, leg: label, base: revision },
    ),
    state: either(
      record({ kind: exactly('compared') }),
      record({ kind: exactly('stale-baseline'), reason }),
      record({ kind: exactly('no-baseline'), reason }),
      record({ kind: exactly('incompatible'), reason }),
      record({ kind: exactly('malformed'), side: word('base', 'head'), reason }),
      record({ kind: exactly('missing'), reason }),
      record({ kind: exactly('superseded'), by: commit }),
    ),
    profiles: list(profile, limits.profiles),
    notes: list(sentence, limits.notes),
    provenance: record({ tool: text(100) }, { run, recordedAt: time, repository, fork: repository }),
  },
  {
    environment: record({ head: machine }, { base: machine }),
    baseline: record({ kind: word('same-run', 'stored') }, { branch: label, distance: count(1e9), run, recordedAt: time }),
    recording: record({}, { order: word('alternating', 'sequential'), cpuRate: number(0, 1e9) }),
    links: record({}, { artifact: url, summary: url, portal: url, docs: url, config: url }),
    reproduce: text(limits.command),
    trees: list(tree, limits.profiles),
  },
);

/** A JSON Schema as plain JSON. */
export interface ReportSchema {
  readonly $schema: string;
  readonly $id: string;
  readonly title: string;
  readonly type: 'object';
  /** The schema of each field. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/**
 * JSON Schema (2020-12) of a report. `readReport` checks against this object and the published `schema.json` is written from it, so
 * there is one truth.
 */
export const reportSchema: ReportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:flamestep:report:1',
  title: 'flamestep report, version 1',
  ...reportFields,
};
