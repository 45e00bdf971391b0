const MACH_O = [
  '\u00fe\u00ed\u00fa\u00ce',
  '\u00fe\u00ed\u00fa\u00cf',
  '\u00ce\u00fa\u00ed\u00fe',
  '\u00cf\u00fa\u00ed\u00fe',
  '\u00ca\u00fe\u00ba\u00be',
];

/** Whether a file that begins with `bytes` is a program: ELF, Windows (PE), or Mach-O. */
export function isProgram(bytes: Uint8Array): boolean {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  return magic === '\u007fELF' || magic.startsWith('MZ') || MACH_O.includes(magic);
}
