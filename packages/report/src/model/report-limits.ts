/** Bounds of a report. Lengths are in UTF-16 units. */
export const REPORT_LIMITS = {
  /** UTF-8 bytes of the JSON without trees. */
  bytes: 1024 * 1024,
  /** UTF-8 bytes of the JSON with trees. */
  bytesWithTrees: 16 * 1024 * 1024,
  profiles: 16,
  /** Functions, findings and indications, each, of one profile. */
  rows: 200,
  notes: 50,
  /** Functions and files; longer ones lose their middle. */
  name: 500,
  label: 300,
  sentence: 1000,
  url: 2000,
  command: 2000,
  runs: 1000,
  pathSteps: 64,
  touches: 10,
  treeNodes: 40_000,
  treeNames: 40_000,
  treeName: 2001,
} as const;
