/**
 * The path of a source file without what differs between builds of the same source: the scheme and the query of a URL, backslashes,
 * hashes in names of bundled assets (`index-3fa9c1d2.js`), versions of modules (`yaml@v3.0.1`).
 */
export function canonicalFile(file: string): string {
  if (file === '') return file;
  let path = file.includes('\\') ? file.replaceAll('\\', '/') : file;
  if (path.includes('://')) path = path.replace(/^(?:file|webpack(?:-internal)?|https?):\/\/[^/]*/, '').replace(/[?#].*$/, '');
  if (path.includes('@')) path = path.replace(/@v?\d+\.[\w.+-]+(?=\/)/g, '');
  if (path.includes('/./')) path = path.replaceAll('/./', '/');
  return path.replace(/([-._])(?=[A-Za-z]*\d)(?:[0-9a-f]{8,64}|(?=[0-9a-z]*[A-Z])[0-9A-Za-z]{8})(?=\.[cm]?js$)/, '$1#');
}
