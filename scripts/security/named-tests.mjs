/** The tests that a markdown page names, as links such as [`what holds`](packages/a/src/a.test.ts): `{ title, path }` of each. */
export function namedTests(markdown) {
  return [...markdown.matchAll(/\[`([^`]+)`\]\(([^)\s]+)\)/g)].map(([, title, path]) => ({ title, path }));
}

/** Whether a test file has a test of that title, which may be one of a table: `%s` stands as it does in the file. */
export function hasTest(source, title) {
  return ["'", '"', '`'].some(
    (quote) => source.includes(`(${quote}${title}${quote},`) || source.includes(`\n  ${quote}${title}${quote},`),
  );
}
