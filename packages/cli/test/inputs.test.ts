import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { flamestep } from './fake-io.ts';

const ELF = '\u007fELF\u0002\u0001\u0001\u0000';

const files = {
  'runs/1.folded': 'main 1\n',
  'runs/2.folded': 'main 2\n',
  'runs/10.folded': 'main 10\n',
  'runs/notes.md': '# notes',
  'odd[1].folded': 'main 100\n',
  server: ELF,
  'empty.pb': '',
  'cut.pb': '\n\u0005ab',
  'plain.txt': 'hello world',
  'page.pb.gz': '<!doctype html><title>Sign in</title>',
};

async function total(line: string, stdin?: string | Uint8Array): Promise<number> {
  const { out } = await flamestep(`top --format=json ${line}`, { files, ...(stdin === undefined ? {} : { stdin }) });
  return JSON.parse(out).total;
}

test.each([
  ['runs/1.folded runs/2.folded', 3],
  ['runs/1.folded runs/1.folded', 2],
  ['runs/*.folded', 13],
  ['runs/?.folded', 3],
  ['**/*.folded', 113],
  ['odd[1].folded', 100],
  ['-- runs/1.folded', 1],
])('%s is a profile of %i', async (sources, expected) => {
  expect(await total(sources)).toBe(expected);
});

test('bases may be repeated and may be globs', async () => {
  const { out } = await flamestep('top --format=json --base=runs/1.folded --base runs/?.folded runs/10.folded', { files });
  expect(JSON.parse(out).rows).toEqual([{ name: 'main', flat: 6, cum: 6 }]);
});

test('- is standard input, gzipped or plain, on either side', async () => {
  expect(await total('-', 'main 7\n')).toBe(7);
  expect(await total('- runs/1.folded', gzipSync('main 7\n'))).toBe(8);
  const { out } = await flamestep('top --format=json --diff-base=- runs/10.folded', { files, stdin: 'main 4\n' });
  expect(JSON.parse(out)).toMatchObject({ total: 4, rows: [{ flat: 6 }] });
});

test('a program in front of the profiles is named in the header, as in pprof', async () => {
  const { out, err } = await flamestep('top server runs/1.folded', { files });
  expect(out).toMatch(/^File: server\n/);
  expect(err).toBe('flamestep: server is a program: it is not read for symbols, names are those in the profile\n');
});

test.each([
  ['nope.pb', 'nope.pb: there is no such file'],
  ['runs', "runs is a folder; to merge the profiles in it write 'runs/*'"],
  ['runs/', "runs/ is a folder; to merge the profiles in it write 'runs/*'"],
  ['runs/*.pb', "no file matches 'runs/*.pb'"],
  ['runs/*', 'runs/notes.md: not-a-profile: '],
  ['server', 'server is a program, not a profile; name the profile that was recorded from it'],
  ['runs/1.folded server', 'server is a program, not a profile; name the profile that was recorded from it'],
  ['empty.pb', 'empty.pb: not-a-profile: the input is empty'],
  ['plain.txt', 'plain.txt: not-a-profile: '],
  ['page.pb.gz', 'page.pb.gz: not-a-profile: this is a web page'],
  ['cut.pb', 'cut.pb: truncated: a field of 5 bytes runs past the end (at byte 2)'],
  ['- -', 'standard input (-) can be read only once'],
  [
    '--max-size=5 runs/1.folded',
    'runs/1.folded: too-large: the profile has more than 5 bytes after decompression; raise --max-size if you trust it',
  ],
  ['', 'no profile given; name a file, a glob, a URL or - for standard input'],
  ['--normalize runs/1.folded', '--normalize needs a base to scale to; add --base or --diff-base'],
  ['--base=runs/1.folded --diff-base=runs/1.folded runs/2.folded', '--base and --diff-base exclude each other'],
  ['--base=nope.pb runs/2.folded', 'nope.pb: there is no such file'],
])('top %s fails: %s', async (sources, message) => {
  const { code, err, out } = await flamestep(`top ${sources}`, { files });
  expect(err).toContain(message);
  expect(err).toMatch(/^flamestep: [^\n]+\n$/);
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('standard input that is a terminal is not waited for', async () => {
  const { err } = await flamestep('top -', { terminal: true });
  expect(err).toBe('flamestep: standard input is a terminal; pipe a profile into it or name a file\n');
});

test('--lenient repairs and says what it repaired', async () => {
  const broken = 'main;parse 3\nthis is no sample\nmain 4\n';
  const strict = await flamestep('top -', { stdin: broken });
  expect(strict.code).toBe(2);
  const { code, err, out } = await flamestep('top --lenient --format=json -', { stdin: broken });
  expect(code).toBe(0);
  expect(JSON.parse(out).total).toBe(7);
  expect(err).toMatch(/^flamestep: standard input: .*\n$/);
});
