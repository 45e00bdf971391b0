import { expect, test } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

const FORMATS = [
  { name: 'top', takesPattern: false },
  { name: 'tree', takesPattern: false },
  { name: 'peek', takesPattern: true },
];

function parse(line: string) {
  return parseArguments(line.split(' ').filter(Boolean), FORMATS);
}

/** The options of a command line that were given, with their values. */
function given(line: string): Record<string, unknown> {
  const { options, given: names } = parse(line);
  return Object.fromEntries([...names].map((name) => [name, options[name]]));
}

test.each([
  ['top --sample-index=cpu x', { 'sample-index': 'cpu' }],
  ['top --sample_index cpu x', { 'sample-index': 'cpu' }],
  ['top -sample_index=cpu x', { 'sample-index': 'cpu' }],
  ['top x -sample-index cpu', { 'sample-index': 'cpu' }],
  ['top -o out.txt x', { output: 'out.txt' }],
  ['top -output=out.txt x', { output: 'out.txt' }],
  ['top --focus=a=b x', { focus: 'a=b' }],
  ['top --focus= x', { focus: '' }],
  ['top --nodecount -1 x', { nodecount: -1 }],
  ['top --nodefraction .5 --edgefraction 1e-3 x', { nodefraction: 0.5, edgefraction: 0.001 }],
  ['top --max-size 2GB x', { 'max-size': 2 * 2 ** 30 }],
  ['top --max-size=1.5k x', { 'max-size': 1536 }],
  ['top --base a --base=b x', { base: ['a', 'b'] }],
  ['diff --threshold=5% --least-share 0.25% x', { threshold: 0.05, 'least-share': 0.0025 }],
  ['top --mean x', { mean: true }],
  ['top --mean=false x', { mean: false }],
  ['top --no-trim x', { trim: false }],
  ['top -trim=0 x', { trim: false }],
  ['top --no-trim=false x', { trim: true }],
  ['top --no-inlines x', { noinlines: true }],
  ['top --no-noinlines x', { noinlines: false }],
  ['top --no-browser x', { open: false }],
  ['top --focus a --focus b x', { focus: 'b' }],
])('%s gives %j', (line, options) => {
  expect(given(line)).toEqual(options);
});

test.each([
  ['-cum', { sort: 'cum' }],
  ['--cum=false', {}],
  ['--no-cum', {}],
  ['--cum --sort=cum', { sort: 'cum' }],
  ['-lines', { granularity: 'lines' }],
  ['-inuse_objects', { 'sample-index': 'inuse_objects' }],
  ['-contentions', { 'sample-index': 'contentions' }],
  ['-total_delay', { 'sample-index': 'delay' }],
  ['-mean_delay', { 'sample-index': 'delay', mean: true }],
])('%s is short for %j', (line, options) => {
  expect(given(line)).toEqual(options);
});

test('of several sample types the one that pprof takes is taken, and the others are named', () => {
  const { options, notes } = parse('-alloc_space -inuse_space x');
  expect(options['sample-index']).toBe('inuse_space');
  expect(notes).toEqual(['more than one sample type is asked for; -alloc_space is ignored']);
});

test('options may stand anywhere, words behind -- and a single dash are operands', () => {
  expect(parse('top a --cum b - -- --c').operands).toEqual(['top', 'a', 'b', '-', '--c']);
});

test('a command may be written as pprof writes it', () => {
  expect(parse('-top -cum a')).toMatchObject({ format: 'top', operands: ['a'] });
  expect(parse('-peek=^main a')).toMatchObject({ format: 'peek', operands: ['^main', 'a'] });
  expect(parse('a -peek main')).toMatchObject({ format: 'peek', operands: ['main', 'a'] });
  expect(parse('-top=false a')).toMatchObject({ format: undefined });
});

test('what was not given is at its default', () => {
  const { options } = parse('top x');
  expect(options).toMatchObject({ trim: true, mean: false, base: [], focus: undefined, nodecount: undefined, open: true });
  expect(Object.keys(options)).not.toContain('cum');
});

test.each([
  [
    '--nodecuont=3',
    'unknown option --nodecuont; did you mean --nodecount? (`flamestep help COMMAND` lists the options of a command)',
  ],
  ['--no-tirm', 'unknown option --no-tirm; did you mean --no-trim? (`flamestep help COMMAND` lists the options of a command)'],
  ['-x', 'unknown option -x (`flamestep help COMMAND` lists the options of a command)'],
  ['--focus', '--focus needs a value'],
  ['--focus --cum x', "--focus needs a value; if '--cum' is meant to be it, write --focus=--cum"],
  ['--nodecount=ten', "--nodecount takes a whole number, not 'ten'"],
  ['--nodecount=1.5', "--nodecount takes a whole number, not '1.5'"],
  ['--nodefraction=', "--nodefraction takes a number such as 0.01, not ''"],
  ['--max-size=big', "--max-size takes a size such as 200MB or 2GB, not 'big'"],
  ['--max-size=0', "--max-size takes a size such as 200MB or 2GB, not '0'"],
  ['--mean=perhaps', "--mean is on or off: write it without a value or with =true or =false, not 'perhaps'"],
  [
    '--granularity=line',
    "--granularity takes functions, filefunctions, files, lines, addresses, not 'line'; did you mean lines?",
  ],
  ['--threshold=0.05', "--threshold takes a percentage such as 5%, not '0.05'"],
  ['--format=xml', "--format takes text, json, markdown, html, not 'xml'"],
  ['-cum -flat', '-flat and -cum exclude each other: keep one'],
  ['-lines --granularity=files', '--granularity=files and -lines exclude each other: keep one'],
  ['-top -tree', '-top and -tree exclude each other: one report at a time'],
])('%s is refused: %s', (line, message) => {
  expect(() => parse(line)).toThrow(message);
});

test.each(['-http=:8080', '-svg', '-web', '-list=main', '-disasm=main', '-callgrind'])(
  'pprof has %s, and the message says what to do instead',
  (option) => {
    expect(() => parse(option)).toThrow(/^-[a-z]+: .*`?(flamestep|--lines|--addresses)/);
  },
);

test.each([
  ['-call_tree', '-call_tree has no effect: it changes only drawn graphs'],
  ['-tls_ca ca.pem', '-tls_ca has no effect: name the authority of your servers with NODE_EXTRA_CA_CERTS=FILE'],
  ['-buildid=abc', '-buildid has no effect: programs are not read for symbols'],
])('%s is taken, and said to have no effect', (line, note) => {
  const { notes, operands } = parse(`${line} x`);
  expect(notes).toEqual([note]);
  expect(operands).toEqual(['x']);
});

test.each([
  ['diff --base a b --head c d', ['base', 'head']],
  ['diff a --base b c', [undefined, 'base']],
  ['diff --base=a b --head c', [undefined]],
  ['diff --base a --mean b', [undefined]],
  ['diff --base a -- b', [undefined]],
])('%s: operands know the list option that they stand behind', (line, behind) => {
  expect(parse(line).behind.slice(1)).toEqual(behind);
});
