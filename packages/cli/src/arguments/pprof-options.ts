/** Options and formats of pprof that flamestep does not have, with what to do instead. An error, because the result would differ. */
export const UNSUPPORTED: Readonly<Record<string, string>> = {
  http: 'there is no web server; `flamestep view PROFILE` writes the flame graph as one HTML page',
  list: 'annotated source is not supported; --lines shows source lines, `flamestep peek PATTERN PROFILE` callers and callees',
  disasm: 'disassembly is not supported; --addresses shows addresses',
  weblist: 'annotated source is not supported; --lines shows source lines',
  ...drawn('dot', 'svg', 'png', 'gif', 'pdf', 'ps', 'web', 'eog', 'evince', 'gv', 'callgrind', 'kcachegrind'),
};

/** Options of pprof that change nothing here; they are accepted, and said to have no effect. */
export const WITHOUT_EFFECT: Readonly<Record<string, { readonly takesValue: boolean; readonly why: string }>> = {
  'call-tree': { takesValue: false, why: 'it changes only drawn graphs' },
  'intel-syntax': { takesValue: false, why: 'it changes only disassembly' },
  buildid: { takesValue: true, why: 'programs are not read for symbols' },
  tools: { takesValue: true, why: 'no outside tools are run' },
  'tls-cert': { takesValue: true, why: 'certificates of our own are not sent' },
  'tls-key': { takesValue: true, why: 'certificates of our own are not sent' },
  'tls-ca': { takesValue: true, why: 'name the authority of your servers with NODE_EXTRA_CA_CERTS=FILE' },
};

function drawn(...formats: string[]): Record<string, string> {
  const instead =
    'graphs are not drawn; `flamestep view PROFILE` writes a flame graph, `flamestep tree PROFILE` the graph as text';
  return Object.fromEntries(formats.map((format) => [format, instead]));
}
