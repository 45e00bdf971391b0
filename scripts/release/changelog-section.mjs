/** What a changelog says about a version: the text below its heading, up to the next version's. Throws where there is none. */
export function changelogSection(changelog, version) {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.split('\n', 1)[0].trim() === version);
  if (section === undefined) throw new Error(`The changelog says nothing about ${version}.`);
  return section.slice(section.indexOf('\n') + 1).trim();
}
