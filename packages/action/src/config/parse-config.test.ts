import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { isActionError } from '../action-error.ts';
import { parseConfig } from './parse-config.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const parse = (text: string) => parseConfig(text, '.flamestep.yaml', NOW);

const EXAMPLE = `
thresholds:
  relative: 8%
  share: 0.25%
  functions:
    - function: encoding/json.*
      relative: 20%
    - file: internal/gen
      share: 2%
    - function: encoding/json.Marshal
      share: 1%
ignore:
  - function: checkout/cart.(*Cart).Total
    sample-type: cpu
    reason: Prices are decimals now.
    until: 2026-12-31
  - file: cart/*.go
    reason: "Will be rewritten."
    until: '2026-11-19'
`;

describe('thresholds', () => {
  const { thresholds, thresholdsOf, thresholdsLine } = parse(EXAMPLE);
  const of = (name: string, file = '') => thresholdsOf({ head: { name, file } });

  test('hold for all functions', () => {
    expect(thresholds).toEqual({ relative: 0.08, share: 0.0025 });
    expect(of('main.main')).toBeUndefined();
    expect(thresholdsLine).toBe(3);
  });

  test('may be others for a function or a file, the later entry counting', () => {
    expect(of('encoding/json.Unmarshal')).toEqual({ relative: 0.2, share: undefined });
    expect(of('encoding/json.Marshal')).toEqual({ relative: 0.2, share: 0.01 });
    expect(of('gen.Code', '/home/runner/work/shop/shop/internal/gen/code.go')).toEqual({ relative: undefined, share: 0.02 });
  });

  test('hold for what either side calls the function', () => {
    const names = { base: { name: 'encoding/json.old', file: '' }, head: { name: 'json2.new', file: '' } };
    expect(thresholdsOf(names)).toEqual({ relative: 0.2, share: undefined });
  });
});

test.each(['', '# nothing yet\n', 'thresholds:\nignore:\n', '---\n{}\n', 'ignore: []'])('%j sets nothing', (text) => {
  expect(parse(text)).toMatchObject({ thresholds: { relative: undefined, share: undefined } });
});

describe('a fault is told with its line and what to write instead:', () => {
  const entry = (fields: string) => `ignore:\n  - ${fields}\n`;
  const faults: readonly (readonly [what: string, text: string])[] = [
    ['no YAML', 'thresholds:\n  relative: [10%\n'],
    ['a text', 'hello'],
    ['a list', '- a'],
    ['an unknown key', 'thresholds:\n  relativ: 10%\n'],
    ['a key that stands twice', 'thresholds:\n  share: 1%\n  share: 2%\n'],
    ['a number', 'thresholds:\n  relative: 0.1\n'],
    ['a share of everything', 'thresholds: { share: 100% }'],
    ['a list that is none', 'ignore: all'],
    ['an empty entry', 'ignore:\n  -\n'],
    ['an entry that sets nothing', 'thresholds:\n  functions:\n    - function: a\n'],
    ['an entry for no function', entry('{ reason: x, until: 2026-12-31 }')],
    ['no reason', entry('{ function: a, until: 2026-12-31 }')],
    ['an empty reason', entry('{ function: a, reason: " ", until: 2026-12-31 }')],
    ['no day', entry('{ function: a, reason: x }')],
    ['a day that is none', entry('{ function: a, reason: x, until: 2026-02-30 }')],
    ['another date', entry('{ function: a, reason: x, until: 31.12.2026 }')],
    ['a pattern that is a number', entry('{ function: 7, reason: x, until: 2026-12-31 }')],
    ['a pattern that YAML takes for an alias', entry('{ function: *Decode, reason: x, until: 2026-12-31 }')],
    ['an alias', 'thresholds: &a { share: 1% }\nignore: *a\n'],
    ['a tag', 'thresholds: !!js/function "x"\n'],
    ['two documents', 'thresholds:\n---\nignore:\n'],
    ['a tab', 'thresholds:\n\trelative: 10%\n'],
  ];

  test('all of these', () => {
    expect(Object.fromEntries(faults.map(([what, text]) => [what, faultOf(text)]))).toMatchInlineSnapshot(`
      {
        "a day that is none": "config: .flamestep.yaml, line 2: 'until' takes a day, such as 2026-12-31; it is '2026-02-30'.",
        "a key that stands twice": "config: .flamestep.yaml, line 3: 'thresholds' has the key 'share' twice; keep one.",
        "a list": "config: .flamestep.yaml, line 1: the file takes the keys thresholds, ignore, each in a line of its own.",
        "a list that is none": "config: .flamestep.yaml, line 1: 'ignore' takes a list; begin each entry with '- '.",
        "a number": "config: .flamestep.yaml, line 2: 'relative' takes a percentage, such as 10%; it is '0.1'.",
        "a pattern that YAML takes for an alias": "config: .flamestep.yaml, line 2: 'function' is an alias of YAML, which is not read here; write the value itself, a pattern that begins with * in quotes.",
        "a pattern that is a number": "config: .flamestep.yaml, line 2: 'function' takes text; put it in quotes.",
        "a share of everything": "config: .flamestep.yaml, line 1: 'share' takes a percentage below 100%, such as 10%; it is '100%'.",
        "a tab": "config: .flamestep.yaml, line 2: this is no YAML: Tabs are not allowed as indentation.",
        "a tag": "config: .flamestep.yaml, line 1: this is no YAML: Unresolved tag: tag:yaml.org,2002:js/function.",
        "a text": "config: .flamestep.yaml, line 1: the file takes the keys thresholds, ignore, each in a line of its own.",
        "an alias": "config: .flamestep.yaml, line 2: 'ignore' is an alias of YAML, which is not read here; write the value itself, a pattern that begins with * in quotes.",
        "an empty entry": "config: .flamestep.yaml, line 2: 'ignore' has an empty entry; remove it.",
        "an empty reason": "config: .flamestep.yaml, line 2: 'reason' is empty; write something there.",
        "an entry for no function": "config: .flamestep.yaml, line 2: an entry of 'ignore' stands for no function; give it 'function', a name in which * is any text, or 'file'.",
        "an entry that sets nothing": "config: .flamestep.yaml, line 3: an entry of 'functions' sets nothing; give it 'relative', as in relative: 20%, or 'share'.",
        "an unknown key": "config: .flamestep.yaml, line 2: 'thresholds' has no key 'relativ'; it takes relative, share, functions.",
        "another date": "config: .flamestep.yaml, line 2: 'until' takes a day, such as 2026-12-31; it is '31.12.2026'.",
        "no YAML": "config: .flamestep.yaml, line 3: this is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
        "no day": "config: .flamestep.yaml, line 2: an entry of 'ignore' never expires; add the last day on which it holds, as in until: 2026-12-31.",
        "no reason": "config: .flamestep.yaml, line 2: an entry of 'ignore' gives no reason; add one, as in reason: Prices are decimals now.",
        "two documents": "config: .flamestep.yaml, line 2: a second document begins here; keep one.",
      }
    `);
  });

  test('with the place for an annotation', () => {
    try {
      parse('ignore:\n  - function: a\n    until: soon\n    reason: x\n');
      expect.unreachable();
    } catch (error) {
      expect(isActionError(error) && error.place).toEqual({ file: '.flamestep.yaml', line: 3 });
    }
  });
});

describe('what is meant to do harm is refused soon', () => {
  test.each([
    ['too much', `# ${'x'.repeat(256 * 1024)}`],
    ['lists in lists', '['.repeat(100_000)],
    ['maps in maps', '{a: '.repeat(50_000)],
    ['lists in lines', `ignore:\n  ${'- '.repeat(20_000)}a`],
    ['many keys', Array.from({ length: 30_000 }, (_, i) => `a${i}:`).join('\n')],
    ['many entries', `ignore:\n${'- {}\n'.repeat(40_000)}`],
    ['a bomb', `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join('\n')}`],
  ])('%s', (_, text) => {
    expect(faultOf(text)).toMatch(/^config: \.flamestep\.yaml/);
  });

  test('whatever it is', () => {
    const piece = fc.constantFrom(
      'thresholds',
      'ignore',
      ':',
      '\n',
      '  ',
      '- ',
      '*',
      '&a',
      '<<',
      '|',
      '>',
      '"',
      "'",
      '[',
      '{',
      '}',
      '%',
      '!!',
      '---',
      '#',
      '?',
      '1',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(() => faultOf(pieces.join(''))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('the schema for editors', () => {
  const schema = JSON.parse(readFileSync(new URL('../../flamestep.schema.json', import.meta.url), 'utf8'));
  const ajv = new Ajv2020({ allowUnionTypes: true });
  addFormats.default(ajv);
  const accepts = ajv.compile(schema);

  test('takes what is read, and refuses what is refused', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const pattern = fc.constantFrom<unknown>('a', 'cart/**', '(*T).m', '', ' ', null, 7, 'x'.repeat(501), ['a']);
    const percentage = fc.constantFrom<unknown>(
      '10%',
      '0.5 %',
      '120%',
      '99.9%',
      '000100%',
      '0%',
      '10',
      10,
      0.1,
      null,
      '-1%',
      '1e3%',
      true,
      {},
    );
    const fields = (known: Record<string, fc.Arbitrary<unknown>>) =>
      fc.oneof(
        { weight: 9, arbitrary: fc.record(known) },
        { weight: 1, arbitrary: fc.constantFrom<unknown>({ other: 1 }, null, 'x', []) },
      );
    const functions = fields({
      function: maybe(pattern),
      file: maybe(pattern),
      relative: maybe(percentage),
      share: maybe(percentage),
    });
    const ignore = fields({
      function: maybe(pattern),
      file: maybe(pattern),
      'sample-type': maybe(fc.constantFrom<unknown>('cpu', '', null, 1)),
      reason: maybe(fc.constantFrom<unknown>('It is.', '', null, 1)),
      until: maybe(fc.constantFrom<unknown>('2026-12-31', '2026-02-30', '31.12.2026', null, 2026, '2026-1-1')),
    });
    const listOf = (entries: fc.Arbitrary<unknown>) =>
      fc.oneof(fc.array(entries, { maxLength: 2 }), fc.constantFrom<unknown>(null, 'x', {}));
    const file = fields({
      thresholds: maybe(fields({ relative: maybe(percentage), share: maybe(percentage), functions: maybe(listOf(functions)) })),
      ignore: maybe(listOf(ignore)),
    });
    fc.assert(
      fc.property(file, (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(faultOf(stringify(plain)) === 'none', stringify(plain)).toBe(accepts(plain));
      }),
      { numRuns: 2000 },
    );
  });
});

function faultOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (isActionError(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}
