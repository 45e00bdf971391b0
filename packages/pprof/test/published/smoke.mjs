/** What an installed package must be able to do, in Node and in a browser: inflate, decode and answer. */
export function smoke(api, bytes) {
  const profile = api.decode(bytes);
  const totals = profile.samples.values.map((column) => column.reduce((sum, value) => sum + value, 0));
  return { sampleTypes: profile.sampleTypes, samples: profile.samples.length, totals };
}
