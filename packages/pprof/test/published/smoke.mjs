/** What an installed package must be able to do, the same in Node and in a browser: inflate, decode, report, encode and deflate. */
export function smoke(api, bytes) {
  const profile = api.decode(bytes);
  const again = api.decode(api.encode(profile));
  return {
    samples: profile.samples.length,
    again: again.samples.length,
    text: api.renderTop(api.top(profile, { nodeCount: 10 })),
  };
}
