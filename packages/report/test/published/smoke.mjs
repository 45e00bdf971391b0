/** What an installed package must be able to do, the same in Node and in a browser: read a report, refuse another, render. */
export function smoke(api) {
  const report = {
    schemaVersion: 1,
    subject: { name: 'checkout', key: 'checkout', head: { commit: 'e93d15cb' } },
    state: { kind: 'no-baseline', reason: 'Main has no profile yet.' },
    profiles: [],
    notes: [],
    provenance: { tool: '0.1.0' },
  };
  let refused = '';
  try {
    api.readReport({ ...report, extra: 1 });
  } catch (error) {
    refused = api.isReportError(error) ? error.pointer : String(error);
  }
  const read = api.readReport(api.renderJson(report));
  return {
    refused,
    text: api.renderTerminal(read),
    comment: api.renderMarkdown(read).text,
    page: api.renderHtml(read).length > 1000,
  };
}
