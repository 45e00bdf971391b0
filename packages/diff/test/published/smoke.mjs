/** What an installed package must be able to do, the same in Node and in a browser. */
export function smoke(api) {
  const points = [100, 101, 99, 100, 100, 98, 101, 100, 102, 100, 160, 158, 161, 160].map((value, i) => ({
    commit: `c${i}`,
    time: '2026-01-01',
    value,
  }));
  return {
    trend: api.trend(points),
    files: api.parseChangedFiles('+++ b/a.go\n@@ -1 +1 @@\n-x\n+y\n'),
    name: api.canonicalName('main.sum[go.shape.int]'),
    refused: refusal(() => api.compare({ base: [], head: [] }), api),
  };
}

function refusal(run, { isDiffError }) {
  try {
    run();
  } catch (error) {
    return isDiffError(error) && error.code;
  }
  return undefined;
}
