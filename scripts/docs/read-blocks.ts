/** A block of code of a page, with what its first line says behind the language. */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  /** `file: PATH`: the block is that file. */
  readonly file?: string;
  /** `wrong: PATH`: the block is that file, and shows what is refused. */
  readonly isWrong?: boolean;
  /** `part of: PATH`: the block stands in that file, whose other parts are not shown. */
  readonly partOf?: string;
  /** `not run: REASON`: nobody executes or writes the block. */
  readonly notRun?: string;
  /** `shows: A | B`: words of the block that the output before it has; the rest differs from machine to machine. */
  readonly shows?: readonly string[];
}

const FENCE = /^( *)(`{3,})([^\n`]*)\n(.*?)^\1\2 *$/gms;
const SAID = /^(file|wrong|part of|not run|shows): (.+)$/;

/** The blocks of a page, in its order. Throws where what stands behind a language is none of the above. */
export function readBlocks(page: string): readonly Block[] {
  return [...page.matchAll(FENCE)].map(({ 1: indent = '', 3: info = '', 4: inside = '', index }) => {
    const line = page.slice(0, index).split('\n').length;
    const code = inside.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const [language = '', ...rest] = info.trim().split(' ');
    return { language, code, line, ...readSaid(rest.join(' '), line) };
  });
}

function readSaid(said: string, line: number): Partial<Block> {
  if (said === '') return {};
  const [, key, value = ''] = SAID.exec(said) ?? [];
  if (key === 'file') return { file: value };
  if (key === 'wrong') return { file: value, isWrong: true };
  if (key === 'part of') return { partOf: value };
  if (key === 'not run') return { notRun: value };
  if (key === 'shows') return { shows: value.split('|').map((words) => words.trim()) };
  throw new Error(
    `line ${line}: '${said}' says nothing; write file: PATH, wrong: PATH, part of: PATH, not run: REASON or shows: A | B`,
  );
}
