import type { Answer } from './pprof.ts';

/** One command line of pprof, files included, and what it answered. */
export interface Golden {
  readonly args: readonly string[];
  readonly answer: Answer;
}

const ANSWERED = '$ pprof ';
const REFUSED = '! pprof ';

/** Goldens as one text: a line `$ pprof ["-top","x.pb"]` (`!` where pprof refused) before each answer. */
export function writeGoldens(goldens: readonly Golden[]): string {
  return goldens
    .map(({ args, answer }) =>
      'text' in answer
        ? `${ANSWERED}${JSON.stringify(args)}\n${answer.text}${answer.text.endsWith('\n') ? '' : '\n\\ no newline\n'}`
        : `${REFUSED}${JSON.stringify(args)}\n`,
    )
    .join('');
}

export function readGoldens(content: string): Golden[] {
  return content
    .split(/^(?=[$!] pprof \[)/m)
    .filter((section) => section !== '')
    .map((section) => {
      const end = section.indexOf('\n');
      // Written by writeGoldens, from an array of strings.
      const args = JSON.parse(section.slice(ANSWERED.length, end)) as string[];
      if (section.startsWith(REFUSED)) return { args, answer: { error: 'refused' } };
      return { args, answer: { text: section.slice(end + 1).replace(/\n\\ no newline\n$/, '') } };
    });
}
