import { gzipSync } from 'node:zlib';
import protobuf from 'protobufjs/minimal.js';
import { describe, expect, it } from 'vitest';
import { isProfileError } from '../profile-error.ts';
import { decode, decodeLenient } from './decode.ts';
import { encode } from './encode.ts';

/** One field: its number, and a varint, a text, or the fields of a message. `packed` and `fixed` spell other wire forms. */
type Field = readonly [number, number | bigint | string | Field[] | { packed: (number | bigint)[] } | { fixed: 32 | 64 }];

/** Writes fields as they stand, valid or not: the decoder's input spelt out by hand. */
function wire(fields: readonly Field[]): Uint8Array {
  const writer = protobuf.Writer.create();
  const varint = (value: number | bigint) => {
    const bytes: number[] = [];
    let rest = BigInt.asUintN(64, BigInt(value));
    for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
    writer.raw(Uint8Array.from([...bytes, Number(rest)]));
  };
  for (const [field, value] of fields) {
    if (typeof value === 'number' || typeof value === 'bigint') {
      writer.uint32(field << 3);
      varint(value);
    } else if (typeof value === 'string') writer.uint32((field << 3) | 2).string(value);
    else if (Array.isArray(value)) writer.uint32((field << 3) | 2).bytes(wire(value));
    else if ('packed' in value) {
      writer.uint32((field << 3) | 2).fork();
      value.packed.forEach(varint);
      writer.ldelim();
    } else if (value.fixed === 64) writer.uint32((field << 3) | 1).fixed64(7);
    else writer.uint32((field << 3) | 5).fixed32(7);
  }
  return writer.finish();
}

const STRINGS: Field[] = ['', 'cpu', 'nanoseconds', 'main', 'work', 'main.go', 'thread', 'bytes'].map((text) => [6, text]);
const CPU: Field = [
  1,
  [
    [1, 1],
    [2, 2],
  ],
];
const MAIN: Field = [
  5,
  [
    [1, 1],
    [2, 3],
    [4, 5],
  ],
];
const AT_MAIN: Field = [
  4,
  [
    [1, 1],
    [
      4,
      [
        [1, 1],
        [2, 10],
      ],
    ],
  ],
];
const sample = (...fields: Field[]): Field => [2, fields];
const ONE_SAMPLE = sample([1, { packed: [1] }], [2, { packed: [5] }]);

const profile = (...fields: Field[]) => wire([CPU, AT_MAIN, MAIN, ...STRINGS, ...fields]);

function failure(bytes: Uint8Array): string {
  try {
    decode(bytes);
  } catch (error) {
    if (isProfileError(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('decode', () => {
  it('reads a profile', () => {
    const decoded = decode(profile(ONE_SAMPLE));
    expect(decoded.sampleTypes).toEqual([{ type: 'cpu', unit: 'nanoseconds' }]);
    expect([...decoded.samples.values[0]]).toEqual([5]);
    expect(decoded.functions.name).toEqual(['main']);
    expect(decoded.functions.filename).toEqual(['main.go']);
    expect([...decoded.locations.lineNumber]).toEqual([10]);
  });

  it('reads ids and values whether packed or one by one', () => {
    const packed = decode(profile(sample([1, { packed: [1, 1, 1] }], [2, { packed: [-5] }])));
    const single = decode(profile(sample([1, 1], [1, 1], [2, -5], [1, 1])));
    expect(single).toEqual(packed);
    expect([...single.samples.values[0]]).toEqual([-5]);
    expect([...single.stacks.locations]).toEqual([0, 0, 0]);
  });

  it('takes any 64-bit id', () => {
    const ids = [5n, 3_000_000_000n, 2n ** 53n + 1n, 2n ** 64n - 1n];
    const bytes = wire([
      CPU,
      MAIN,
      ...STRINGS,
      ...ids.map((id): Field => [4, [[1, BigInt.asIntN(64, id)]]]),
      sample([1, { packed: ids.map((id) => BigInt.asIntN(64, id)) }], [2, 1]),
    ]);
    const decoded = decode(bytes);
    expect([...decoded.stacks.locations]).toEqual([0, 1, 2, 3]);
    expect([...(decoded.sourceIds?.locations ?? [])]).toEqual(ids);
  });

  it('keeps no ids where the file counts from 1', () => {
    expect(decode(profile(ONE_SAMPLE)).sourceIds).toBeUndefined();
  });

  it.each([2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 31, 2 ** 49, 2 ** 50, -1, 0])('reads the value %d exactly', (value) => {
    expect([...decode(profile(sample([1, 1], [2, { packed: [BigInt(value)] }]))).samples.values[0]]).toEqual([value]);
  });

  it.each([2n ** 53n, -(2n ** 53n), 2n ** 63n - 1n, -(2n ** 63n)])(
    'refuses the value %d, which would have to be rounded',
    (value) => {
      expect(failure(profile(sample([1, 1], [2, { packed: [value] }])))).toMatch(
        new RegExp(`^out-of-range: sample value ${value} is past 2\\^53`),
      );
    },
  );

  it('skips unknown fields of every wire type', () => {
    const unknown: Field[] = [
      [30, 1],
      [31, 'x'],
      [32, { fixed: 64 }],
      [33, { fixed: 32 }],
    ];
    const bytes = profile(sample([1, 1], [2, 5], ...unknown), ...unknown);
    expect(decode(bytes)).toEqual(decode(profile(ONE_SAMPLE)));
  });

  it('reads labels that stand apart as one set', () => {
    const string: Field = [
      3,
      [
        [1, 6],
        [2, 4],
      ],
    ];
    const number: Field = [
      3,
      [
        [1, 7],
        [3, -1],
        [4, 7],
      ],
    ];
    const apart = decode(profile(sample(string, [1, 1], number, [2, 5])));
    expect(apart.samples.labelSets[apart.samples.labelSet[0]]).toEqual({
      strings: [{ key: 'thread', values: ['work'] }],
      numbers: [{ key: 'bytes', values: [-1n], units: ['bytes'] }],
    });
    expect(apart).toEqual(decode(profile(sample([1, 1], [2, 5], string, number))));
  });

  it('counts equal label sets once, however they are written', () => {
    const thread: Field = [
      3,
      [
        [1, 6],
        [2, 4],
      ],
    ];
    const swapped: Field = [
      3,
      [
        [2, 4],
        [1, 6],
      ],
    ];
    const { samples } = decode(profile(sample([1, 1], [2, 5], thread), sample([1, 1], [2, 5], swapped)));
    expect(samples.labelSets).toHaveLength(2);
    expect([...samples.labelSet]).toEqual([1, 1]);
  });

  it('drops a label that says nothing', () => {
    const { samples } = decode(profile(sample([1, 1], [2, 5], [3, [[1, 6]]])));
    expect([...samples.labelSet]).toEqual([0]);
  });

  it('treats a mapping that does not exist as none, as pprof does', () => {
    const bytes = wire([
      CPU,
      ...STRINGS,
      [
        4,
        [
          [1, 1],
          [2, 9],
        ],
      ],
    ]);
    expect([...decode(bytes).locations.mapping]).toEqual([-1]);
  });

  it('reads bytes that are no UTF-8 without loss', () => {
    const bytes = encode(decode(profile(ONE_SAMPLE)), { compress: false });
    const at = Buffer.from(bytes).indexOf('main.go');
    bytes[at] = 0xff;
    const decoded = decode(bytes);
    expect(decoded.functions.filename).toEqual(['\udcffain.go']);
    expect(encode(decoded, { compress: false })).toEqual(bytes);
  });

  it('reads gzip of several members', () => {
    const bytes = profile(ONE_SAMPLE);
    const members = Buffer.concat([gzipSync(bytes.subarray(0, 20)), gzipSync(bytes.subarray(20))]);
    expect(decode(members)).toEqual(decode(bytes));
  });
});

describe('decode refuses', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /^not-a-profile: the input is empty/],
    ['a group', Uint8Array.of(0x0b), /^malformed: wire type 3 .*at byte 0/],
    [
      'a number longer than ten bytes',
      Uint8Array.from([0x60, ...Array<number>(10).fill(0xff), 0]),
      /^malformed: a number is longer/,
    ],
    ['a known field of another wire type', wire([[9, 'x']]), /^malformed: a known field has wire type 2 instead of 0/],
    ['a field that outlives its message', Uint8Array.of(0x0a, 2, 0x08, 0x80, 1), /^malformed: a field runs past/],
    ['an end in the middle', profile(ONE_SAMPLE).subarray(0, 3), /^truncated: a field of 4 bytes runs past the end/],
    ['a first string with text', wire([[6, 'x']]), /^malformed: the first string/],
    ['no strings', wire([CPU]), /^dangling-reference: a sample type refers to string 1, but the profile has 0 strings/],
    ['a second profile behind the first', profile([9, 1], [9, 1]), /^malformed: a second profile follows/],
    ['a sample without a type', wire([...STRINGS, sample([2, 1])]), /^malformed: the profile has samples but no sample type/],
    ['too many values', profile(sample([1, 1], [2, 1], [2, 1])), /^malformed: sample 0 has 2 values, but .* 1 sample type/],
    ['a location that does not exist', profile(sample([1, 2], [2, 1])), /^dangling-reference: sample 0 refers to a location/],
    ['the location 0', profile(sample([1, { packed: [0] }], [2, 1])), /^dangling-reference: sample 0 refers to a location/],
    ['a function that does not exist', wire([CPU, AT_MAIN, ...STRINGS]), /^dangling-reference: location 1 refers to function 1/],
    ['the id 0', profile([5, [[2, 3]]]), /^dangling-reference: a function has the reserved id 0/],
    ['an id twice', profile(AT_MAIN), /^dangling-reference: two locations have the id 1/],
    ['a string that does not exist', profile([7, 99]), /^dangling-reference: drop_frames refers to string 99/],
    ['a negative string index', profile([7, -1]), /^dangling-reference: drop_frames refers to string -1/],
  ])('%s', (_, bytes, message) => {
    expect(failure(bytes)).toMatch(message);
  });

  it('more than the limits allow', () => {
    const bytes = profile(ONE_SAMPLE, ONE_SAMPLE);
    const limited = (limits: object) => () => decode(bytes, { limits });
    expect(limited({ samples: 1 })).toThrow(/more than 1 samples/);
    expect(limited({ strings: 3 })).toThrow(/more than 3 strings/);
    expect(limited({ stringBytes: 4 })).toThrow(/more than 4 bytes in one string/);
    expect(limited({ stackDepth: 0 })).toThrow(/more than 0 frames/);
    expect(limited({ inflatedBytes: 10 })).toThrow(/more than 10 bytes/);
  });
});

describe('decodeLenient', () => {
  it('has nothing to say of a valid profile', () => {
    const bytes = profile(ONE_SAMPLE);
    expect(decodeLenient(bytes)).toEqual({ profile: decode(bytes), repairs: [] });
  });

  it('takes the id 0 as an ordinary one', () => {
    const bytes = wire([
      CPU,
      [
        4,
        [
          [1, 1],
          [4, [[2, 10]]],
        ],
      ],
      [5, [[2, 3]]],
      ...STRINGS,
      ONE_SAMPLE,
    ]);
    const { profile: repaired, repairs } = decodeLenient(bytes);
    expect(repaired.functions.name).toEqual(['main']);
    expect([...repaired.locations.lineFunction]).toEqual([0]);
    expect(repairs).toEqual([
      { code: 'dangling-reference', message: 'a function has the reserved id 0: taken as an ordinary id', count: 1 },
    ]);
  });

  it('drops frames, lines and samples that cannot be right, and counts them', () => {
    const bytes = wire([
      CPU,
      [
        4,
        [
          [1, 1],
          [4, [[1, 9]]],
        ],
      ],
      ...STRINGS,
      sample([1, { packed: [1, 7, 1] }], [2, 5]),
      sample([1, 7], [2, 6]),
      sample([1, 1], [2, 1], [2, 1]),
    ]);
    const { profile: repaired, repairs } = decodeLenient(bytes);
    expect([...repaired.samples.values[0]]).toEqual([5, 6]);
    expect([...repaired.stacks.start.slice(0, 3)]).toEqual([0, 2, 2]);
    expect(repaired.locations.lineFunction).toHaveLength(0);
    expect(repairs.map(({ message, count }) => `${count} × ${message}`)).toEqual([
      '2 × sample 0 refers to a location that does not exist: the frame is dropped',
      '1 × sample 2 has 2 values, but the profile has 1 sample types: the sample is dropped',
      '1 × location 1 refers to function 9, which does not exist: the line is dropped',
    ]);
  });
});
