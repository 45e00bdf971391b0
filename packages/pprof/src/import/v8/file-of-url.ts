const FILE_SCHEME = 'file://';
const DRIVE = /^\/[a-z]:/i;

/** The path of a `file:` URL; any other URL, and the names of Node's own modules, as they are. */
export function fileOfUrl(url: string): string {
  if (!url.startsWith(FILE_SCHEME)) return url;
  const path = percentDecoded(url.slice(FILE_SCHEME.length));
  return DRIVE.test(path) ? path.slice(1) : path;
}

function percentDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not every tool escapes a percent sign, and then the path is meant as it stands.
    return path;
  }
}
