/**
 * The family name without what changes when a dependency or a compiler is exchanged: major versions in Go import paths, inline
 * namespaces of C++ libraries, wrappers of methods. Names that are equal then may stand for two versions used side by side.
 */
export function versionFreeName(family: string): string {
  return family
    .replace(/\/v\d+(?=[./])|\.v\d+(?=\.)/g, '')
    .replace(/::(?:__\d+|__cxx11|__ndk1)(?=::)/g, '')
    .replace(/-fm$|\.abi(?:0|internal)$/, '');
}
